import type { FieldChanges, OutcomePayload, OutcomeRow, RemoteDeed } from './outcomes.ts';
import type { Work } from './work.ts';

/** What a run did to a deal. */
export type DealDeed =
  | { readonly did: 'created' | 'restored' }
  | { readonly did: 'updated' | 'deleted'; readonly changes: FieldChanges };

/** A record that a run did something with, on either side: enough to take it back. */
export interface DoneRecord {
  readonly position: number;
  readonly externalId: string | null;
  readonly dealId: number | null;
  readonly name: string | null;
  readonly deal: DealDeed | null;
  readonly remote: RemoteDeed | null;
  /** It wrote on the other side before such writes were kept: what it wrote there is not known. */
  readonly isRemoteUnknown: boolean;
}

/** Which run, and which way it went. */
export interface DoneRun {
  readonly runId: number;
  readonly direction: string;
}

/** The next records that a run did something with, in its order. */
export async function doneRecords(
  work: Work,
  run: DoneRun,
  page: { after: number; limit: number },
): Promise<DoneRecord[]> {
  const rows = await work.em.execute<RawOutcome[]>(
    `select o.position, o.external_id, o.deal_id, coalesce(d.client, o.name) as name, o.outcome, o.payload
     from run_outcomes o left join deals d on d.id = o.deal_id
     where o.run_id = ? and o.position > ? and o.outcome not in ('unchanged', 'kept') order by o.position limit ?`,
    [run.runId, page.after, page.limit],
  );
  const deeds = await dealDeeds(
    work,
    run.runId,
    rows.flatMap(({ deal_id }) => deal_id ?? []),
  );
  return rows.map((row) => doneRecord(row, run, deeds));
}

interface RawOutcome {
  readonly position: number;
  readonly external_id: string | null;
  readonly deal_id: number | null;
  readonly name: string | null;
  readonly outcome: OutcomeRow['outcome'];
  readonly payload: string | null;
}

function doneRecord(
  row: RawOutcome,
  { direction }: DoneRun,
  deeds: ReadonlyMap<number, DealDeed>,
): DoneRecord {
  const payload: OutcomePayload = row.payload === null ? {} : JSON.parse(row.payload);
  const remote = payload.remote ?? null;
  const isWrite = row.outcome === 'created' || row.outcome === 'updated';
  const madeHere = row.outcome === 'created' && remote === null && direction !== 'export';
  const known = row.deal_id === null ? null : (deeds.get(row.deal_id) ?? null);
  return {
    position: row.position,
    externalId: row.external_id,
    dealId: row.deal_id,
    name: row.name,
    deal: madeHere ? { did: 'created' } : known,
    remote,
    isRemoteUnknown: isWrite && direction === 'export' && remote === null,
  };
}

/** What a run did to these deals, as their history tells; how they came to be it does not. */
async function dealDeeds(
  work: Work,
  runId: number,
  dealIds: readonly number[],
): Promise<Map<number, DealDeed>> {
  if (dealIds.length === 0) return new Map();
  const rows = await work.em.execute<{ deal_id: number; kind: string; changes: string }[]>(
    `select deal_id, kind, changes from deal_changes
     where run_id = ? and origin <> 'correction' and ${work.sql.isAmong('deal_id', 'integer')} order by id`,
    [runId, JSON.stringify(dealIds)],
  );
  return new Map(rows.map((row) => [row.deal_id, deedOf(row.kind, JSON.parse(row.changes))]));
}

function deedOf(kind: string, changes: FieldChanges): DealDeed {
  if (kind === 'restored') return { did: 'restored' };
  return { did: kind === 'deleted' || kind === 'archived' ? 'deleted' : 'updated', changes };
}

/**
 * What each field of these deals held when the run let go of them, for the fields that were changed since: the value
 * before its first later change.
 */
export async function valuesLeftByRun(
  work: Work,
  runId: number,
  dealIds: readonly number[],
): Promise<Map<number, Record<string, unknown>>> {
  const left = new Map<number, Record<string, unknown>>();
  if (dealIds.length === 0) return left;
  const rows = await work.em.execute<{ deal_id: number; changes: string }[]>(
    `select c.deal_id, c.changes from deal_changes c
     where ${work.sql.isAmong('c.deal_id', 'integer')} and c.kind = 'updated' and (c.run_id is null or c.run_id <> ?)
       and c.id > coalesce((select max(o.id) from deal_changes o where o.deal_id = c.deal_id and o.run_id = ?), 0)
     order by c.id`,
    [JSON.stringify(dealIds), runId, runId],
  );
  for (const { deal_id, changes } of rows) {
    const first = left.get(deal_id) ?? {};
    for (const [field, { before }] of Object.entries(JSON.parse(changes) as FieldChanges)) {
      if (!(field in first)) first[field] = before;
    }
    left.set(deal_id, first);
  }
  return left;
}

/** How many records a run did something with, and how many outcomes are left of it. */
export async function countDone(
  { em }: Pick<Work, 'em'>,
  runId: number,
): Promise<{ done: number; told: number }> {
  const [row] = await em.execute<{ done: number | string | null; told: number | string }[]>(
    `select sum(case when outcome in ('unchanged', 'kept') then 0 else 1 end) as done, count(*) as told
     from run_outcomes where run_id = ?`,
    [runId],
  );
  return { done: Number(row?.done ?? 0), told: Number(row?.told ?? 0) };
}

/** Those of these positions that have their outcome in the run already. */
export async function settledPositions(
  work: Work,
  runId: number,
  positions: readonly number[],
): Promise<Set<number>> {
  const rows = await work.em.execute<{ position: number }[]>(
    `select position from run_outcomes where run_id = ? and ${work.sql.isAmong('position', 'integer')}`,
    [runId, JSON.stringify(positions)],
  );
  return new Set(rows.map(({ position }) => position));
}
