import type { LostSide } from './losses.ts';
import type { TableScope, Work } from './work.ts';

/** Gives losses that a run was to carry to a person. */
export async function holdLosses(
  work: Work,
  scope: TableScope,
  { externalIds, reason }: { externalIds: readonly string[]; reason: string },
): Promise<void> {
  await work.em.execute(
    `update sync_deletions set state = 'pending', reason = ? where remote_table_id = ? and ${work.sql.isAmong('external_id', 'text')}`,
    [reason, scope.id, JSON.stringify(externalIds)],
    'run',
  );
}

/** Takes from the list the records that both sides have again. */
export async function returnDeletions(
  work: Work,
  scope: TableScope,
  externalIds: readonly string[],
): Promise<void> {
  await work.em.execute(
    `update sync_deletions set state = 'returned', reason = null where remote_table_id = ? and ${work.sql.isAmong('external_id', 'text')}`,
    [scope.id, JSON.stringify(externalIds)],
    'run',
  );
}

/** Notes that deals, archived as their rows were gone, are wanted: they were brought back without their rows. */
export async function keepDeletions(work: Work, dealIds: readonly number[], now: string): Promise<void> {
  if (dealIds.length === 0) return;
  await work.em.execute(
    `update sync_deletions set state = 'kept', reason = null, decided_at = ?
     where side = 'remote' and state = 'archived' and ${work.sql.isAmong('deal_id', 'integer')}`,
    [now, JSON.stringify(dealIds)],
    'run',
  );
}

/** How many deletions of a side a table has in a state. */
export async function countDeletions(
  work: Work,
  scope: TableScope,
  { side, state }: { side: LostSide; state: 'pending' },
): Promise<number> {
  return count(work, 'x.state = ? and x.side = ?', [scope.id, state, side]);
}

/** How many losses of a side a run is still to carry. */
export async function countCarried(
  work: Work,
  scope: TableScope,
  { runId, side }: { runId: number; side: LostSide },
): Promise<number> {
  return side === 'remote'
    ? count(work, `${TO_ARCHIVE}`, [scope.id, runId])
    : count(work, `${TO_SEND} and ${LISTED}`, [scope.id, runId, runId]);
}

/** How many links a table has. */
export async function countLinks(work: Work, scope: TableScope): Promise<number> {
  const [row] = await work.em.execute<{ links: number | string }[]>(
    'select count(*) as links from deal_links where remote_table_id = ?',
    [scope.id],
  );
  return Number(row?.links ?? 0);
}

/** A loss that a run is about to carry. */
export interface CarriedLoss {
  readonly id: number;
  readonly externalId: string;
  readonly dealId: number;
  readonly client: string | null;
  /** Whether the side that still has it holds what it held when the loss was noticed. */
  readonly isSame: boolean;
  /** What the remote row holds, by field; empty for a deal. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the request that archives it may have left already. */
  readonly isSent: boolean;
}

/** Deals that a run is to archive. */
export function lostDeals(
  work: Work,
  scope: TableScope,
  { runId, limit }: { runId: number; limit: number },
): Promise<CarriedLoss[]> {
  return select(work, {
    other: 'left join deals d on d.id = x.deal_id',
    isSame: 'd.updated_at = x.survivor',
    values: 'null',
    where: TO_ARCHIVE,
    parameters: [scope.id, runId, limit],
  });
}

/** Listed remote rows that a run is to archive. */
export function lostRows(
  work: Work,
  scope: TableScope,
  { runId, limit }: { runId: number; limit: number },
): Promise<CarriedLoss[]> {
  return select(work, {
    other: `join staged_records s on s.external_id = x.external_id and s.run_id = ${Number(runId)}`,
    isSame: 's.deal_values = x.survivor',
    values: 's.deal_values',
    where: TO_SEND,
    parameters: [scope.id, runId, limit],
  });
}

const TO_ARCHIVE = `x.side = 'remote' and x.state = 'approved' and x.run_id = ?`;
const TO_SEND = `x.side = 'local' and x.state in ('approved', 'sending') and (x.decided_at is not null or x.run_id = ?)`;
const LISTED = 'exists (select 1 from staged_records s where s.external_id = x.external_id and s.run_id = ?)';

async function select(
  work: Work,
  read: { other: string; isSame: string; values: string; where: string; parameters: readonly unknown[] },
): Promise<CarriedLoss[]> {
  const rows = await work.em.execute<
    {
      id: number;
      external_id: string;
      deal_id: number;
      client: string | null;
      is_same: number;
      is_sent: number;
      row_values: string | null;
    }[]
  >(
    `select x.id, x.external_id, x.deal_id, x.client, case when ${read.isSame} then 1 else 0 end as is_same,
       case when x.state = 'sending' then 1 else 0 end as is_sent, ${read.values} as row_values
     from sync_deletions x ${read.other} where x.remote_table_id = ? and ${read.where} order by x.id limit ?`,
    [...read.parameters],
  );
  return rows.map(({ id, external_id, deal_id, client, is_same, is_sent, row_values }) => ({
    ...{ id, externalId: external_id, dealId: deal_id, client },
    isSame: is_same === 1,
    isSent: is_sent === 1,
    values: row_values === null ? {} : JSON.parse(row_values),
  }));
}

async function count(work: Work, where: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await work.em.execute<{ losses: number | string }[]>(
    `select count(*) as losses from sync_deletions x where x.remote_table_id = ? and ${where}`,
    [...parameters],
  );
  return Number(row?.losses ?? 0);
}
