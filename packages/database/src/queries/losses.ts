import { joined, type Statement, statement, verbatim } from '../statement.ts';
import type { TableScope, Work } from './work.ts';

/** The side of a connection that no longer has a record: the CRM (`local`) or the vendor (`remote`). */
export type LostSide = 'local' | 'remote';

/**
 * Which losses are meant: those nobody has decided on (`open`), the same without those that were left as they are
 * before (`unseen`), or those a run is to carry to the other side (`approved`).
 */
type LossStanding = 'open' | 'unseen' | 'approved';

/** Losses of one side as a run's listing shows them. */
export interface LossesOf {
  readonly runId: number;
  readonly side: LostSide;
  readonly standing: LossStanding;
}

type Values = Readonly<Record<string, unknown>>;

/** A record that one side has and the other lost. */
export interface Loss {
  readonly externalId: string;
  readonly dealId: number;
  readonly client: string | null;
  /** What the side that still has it had agreed to; `null` where nothing tells. */
  readonly agreed: Values | null;
  /** What it holds now: a deal's columns, or the remote row's mapped fields. */
  readonly holds: Values;
}

/** How many there are. */
export async function countLosses(work: Work, scope: TableScope, of: LossesOf): Promise<number> {
  const { text, values } = statement`select count(*) as losses ${lost(scope, of)}`;
  const [row] = await work.em.execute<{ losses: number | string }[]>(text, [...values]);
  return Number(row?.losses ?? 0);
}

/** The next of them behind the record `after` (`null`: from the first), in an order of their own. */
export async function lossesAfter(
  work: Work,
  scope: TableScope,
  { after, limit, ...of }: LossesOf & { after: Pick<Loss, 'externalId' | 'dealId'> | null; limit: number },
): Promise<Loss[]> {
  const next =
    of.side === 'remote'
      ? statement`l.deal_id > ${after?.dealId ?? 0} order by l.deal_id`
      : statement`t.external_id > ${after?.externalId ?? ''} order by t.external_id`;
  return select(work, of, statement`${lost(scope, of)} and ${next} limit ${limit}`);
}

/** Those among these remote rows that the CRM lost. */
export async function lossesAmong(
  work: Work,
  scope: TableScope,
  { externalIds, ...of }: LossesOf & { side: 'local'; externalIds: readonly string[] },
): Promise<Loss[]> {
  if (externalIds.length === 0) return [];
  const among = { text: work.sql.isAmong('t.external_id', 'text'), values: [JSON.stringify(externalIds)] };
  return select(work, of, statement`${lost(scope, of)} and ${among}`);
}

/** Lists them, each in `state`, in place of what was listed of the same records before. */
export async function noteLosses(
  work: Work,
  scope: TableScope,
  { state, now, ...of }: Omit<LossesOf, 'standing'> & { state: 'pending' | 'approved' | 'left'; now: string },
): Promise<void> {
  const columns =
    of.side === 'remote'
      ? verbatim('l.remote_table_id, l.external_id, l.deal_id, d.client, l.local_base, d.updated_at')
      : verbatim(
          't.remote_table_id, t.external_id, t.deal_id, s.client, coalesce(t.local_base, s.deal_values), s.deal_values',
        );
  const standing = state === 'left' ? 'unseen' : 'open';
  const { text, values } = statement`insert into sync_deletions
    (remote_table_id, external_id, deal_id, client, agreed, survivor, side, state, reason, run_id, noticed_at, decided_at)
    select ${columns}, cast(${of.side} as text), cast(${state} as text), null, cast(${of.runId} as integer), cast(${now} as text), null
    ${lost(scope, { ...of, standing })} order by ${verbatim(of.side === 'remote' ? 'l.deal_id' : 't.deal_id')}
    on conflict (external_id, remote_table_id) do update set deal_id = excluded.deal_id, client = excluded.client,
      agreed = excluded.agreed, survivor = excluded.survivor, side = excluded.side, state = excluded.state, reason = null,
      run_id = excluded.run_id, noticed_at = excluded.noticed_at, decided_at = null`;
  await work.em.execute(text, [...values], 'run');
}

/** Forgets the mirrored rows of what a run noticed to be gone there: an import of changes would find them again. */
export async function unmirrorLosses(work: Work, scope: TableScope, runId: number): Promise<void> {
  await work.em.execute(
    `delete from mirrored_records where remote_table_id = ? and external_id in
     (select external_id from sync_deletions where remote_table_id = ? and side = 'remote' and run_id = ?)`,
    [scope.id, scope.id, runId],
    'run',
  );
}

async function select(work: Work, { side }: LossesOf, from: Statement): Promise<Loss[]> {
  const columns =
    side === 'remote'
      ? 'l.external_id, l.deal_id, l.local_base as agreed, d.*'
      : 't.external_id, t.deal_id, coalesce(t.remote_base, t.local_base) as agreed, s.client, s.deal_values';
  const { text, values } = statement`select ${verbatim(columns)} ${from}`;
  const rows = await work.em.execute<
    (Values & { external_id: string; deal_id: number; agreed: string | null; client: string | null })[]
  >(text, [...values]);
  return rows.map(({ external_id, deal_id, agreed, ...row }) => ({
    externalId: external_id,
    dealId: deal_id,
    client: row.client,
    agreed: agreed === null ? null : JSON.parse(agreed),
    holds: side === 'remote' ? row : JSON.parse(String(row.deal_values)),
  }));
}

/** From and where of the losses of a side: what has a link and was not listed, or was listed and has lost its deal. */
function lost(scope: TableScope, { side, runId, standing }: LossesOf): Statement {
  if (side === 'remote') {
    // Asked first of the listing, by key: where nothing is lost, nothing more is asked of a link.
    return statement`from deal_links l join deals d on d.id = l.deal_id where l.remote_table_id = ${scope.id}
      and not exists (select 1 from staged_records s where s.external_id = l.external_id and s.run_id = ${runId})
      and ${standingOf('l', { side, runId, standing })}`;
  }
  // What an undo removed is not lost: taking that undo back brings it back. A deal of the same client that has no row yet may take this one: it is not lost.
  return statement`from deal_tombstones t join staged_records s on s.external_id = t.external_id and s.run_id = ${runId}
    where t.remote_table_id = ${scope.id} and t.run_id is null
      and not exists (select 1 from deal_links k where k.external_id = t.external_id and k.remote_table_id = t.remote_table_id)
      and not exists (select 1 from deals d where d.client = s.client and not exists
        (select 1 from deal_links k where k.deal_id = d.id and k.remote_table_id = t.remote_table_id))
      and ${standingOf('t', { side, runId, standing })}`;
}

function standingOf(alias: 'l' | 't', { side, runId, standing }: LossesOf): Statement {
  const listed = verbatim(
    `select 1 from sync_deletions x where x.external_id = ${alias}.external_id and x.remote_table_id = ${alias}.remote_table_id`,
  );
  if (standing === 'approved') {
    return statement`exists (${listed} and x.side = ${side} and x.state = 'approved' and x.run_id = ${runId})`;
  }
  const settled = [
    statement`x.side = ${side} and (x.state in ('pending', 'kept') or x.state in ('approved', 'sending') and
      (x.decided_at is not null or x.run_id = ${runId}))`,
    // Its deal left the CRM because the row was gone: a row that is there again brings it back.
    ...(side === 'local'
      ? [
          verbatim(`x.side = 'remote' and x.state = 'archived'`),
          verbatim(`x.side = 'local' and x.state = 'archived'`),
        ]
      : []),
    ...(standing === 'unseen' ? [verbatim(`x.state = 'left'`)] : []),
  ];
  return statement`not exists (${listed} and (${joined(settled, ' or ')}))`;
}
