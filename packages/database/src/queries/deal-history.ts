import { DealChange, DealOrigin } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { Work } from './work.ts';

/** By which way a deal came to be or was changed. */
export type ChangeOrigin = 'form' | 'csv' | 'import' | 'sync' | 'undo' | 'correction';

/** Who changes deals: the way, and the run when it is one. */
export interface Changer {
  readonly origin: ChangeOrigin;
  readonly runId: number | null;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One change of a deal. */
export interface DealChangeRow {
  readonly dealId: number;
  readonly kind: 'updated' | 'deleted' | 'archived' | 'restored';
  readonly changes: Readonly<Record<string, { before: unknown; after: unknown }>>;
}

const CHANGES: BulkTable = {
  name: 'deal_changes',
  columns: {
    deal_id: 'integer',
    at: 'text',
    kind: 'text',
    origin: 'text',
    run_id: 'integer',
    changes: 'text',
  },
};

/** Stores changes of deals, in the transaction that makes them. */
export async function saveDealChanges(
  work: Work,
  { origin, runId, at }: Changer,
  rows: readonly DealChangeRow[],
): Promise<void> {
  await bulkUpsert(
    work,
    CHANGES,
    rows.map(({ dealId, kind, changes }) => [dealId, at, kind, origin, runId, JSON.stringify(changes)]),
  );
}

const ORIGINS: BulkTable = {
  name: 'deal_origins',
  columns: { deal_id: 'integer', origin: 'text', run_id: 'integer' },
  overwriteOn: ['deal_id'],
};

/** Stores how new deals came to be, in the transaction that adds them. */
export async function saveDealOrigins(
  work: Work,
  { origin, runId }: Omit<Changer, 'at'>,
  dealIds: readonly number[],
): Promise<void> {
  await bulkUpsert(
    work,
    ORIGINS,
    dealIds.map((dealId) => [dealId, origin, runId]),
  );
}

/** The highest id there is; deals that are added from now on have higher ones. */
export async function lastDealId({ em }: Work): Promise<number> {
  const [row] = await em.execute<{ last: number | null }[]>('select max(id) as last from deals');
  return row?.last ?? 0;
}

/** Stores, in one statement, the origin of the deals added at the instant `at` with an id above `after`. */
export async function saveOriginsAfter(
  work: Work,
  origin: ChangeOrigin,
  { after, at }: { after: number; at: string },
): Promise<void> {
  await work.em.execute(
    `insert into deal_origins (deal_id, origin, run_id)
     select d.id, cast(? as text), null from deals d where d.id > ? and d.created_at = ?
     on conflict (deal_id) do nothing`,
    [origin, after, at],
    'run',
  );
}

/** The changes of a deal, newest first, before the change `before`. */
export function dealChangesBefore(
  { em }: Work,
  dealId: number,
  page: { before?: number | undefined; limit: number },
): Promise<DealChange[]> {
  const where = { deal_id: dealId, ...(page.before === undefined ? {} : { id: { $lt: page.before } }) };
  return em.find(DealChange, where, { orderBy: { id: 'desc' }, limit: page.limit });
}

/** What a run has changed of these deals, field by field. */
export async function changesOfRun(
  { em }: Work,
  runId: number,
  dealIds: readonly number[],
): Promise<Map<number, DealChangeRow['changes']>> {
  const rows = await em.find(DealChange, { run_id: runId, deal_id: { $in: [...dealIds] } });
  return new Map(rows.map((row) => [row.deal_id, JSON.parse(row.changes)]));
}

/** How a deal came to be; `null` where nothing tells. */
export function dealOrigin({ em }: Work, dealId: number): Promise<DealOrigin | null> {
  return em.findOne(DealOrigin, { deal_id: dealId });
}
