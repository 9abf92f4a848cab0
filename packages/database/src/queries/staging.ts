import { StagedRecord } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { TableScope, Work } from './work.ts';

/** A remote row on its way into staging. */
export interface StagedRow {
  readonly position: number;
  readonly externalId: string;
  readonly remoteCreatedAt: string;
  readonly client: string | null;
  /** The mapped fields of the deal it stands for. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[] | null;
  readonly unknownStatus: string | null;
}

/** A staged row with the link that names its deal, when there is one. */
export interface StagedRowWithLink extends StagedRow {
  readonly link: StoredLink | null;
}

/** What a link remembers. */
export interface StoredLink {
  readonly dealId: number;
  readonly localBase: Readonly<Record<string, unknown>>;
  readonly remoteBase: Readonly<Record<string, unknown>>;
}

const STAGED: BulkTable = {
  name: 'staged_records',
  columns: {
    run_id: 'integer',
    position: 'integer',
    external_id: 'text',
    remote_created_at: 'text',
    client: 'text',
    deal_values: 'text',
    reasons: 'text',
    unknown_status: 'text',
  },
  overwriteOn: ['run_id', 'external_id'],
};

/** Stores one page of a run's listing; a row the vendor gives twice is kept once, as seen last. */
export async function stageRows(work: Work, runId: number, rows: readonly StagedRow[]): Promise<void> {
  // One statement cannot overwrite the row it has just inserted.
  const distinct = new Map(rows.map((row) => [row.externalId, row]));
  await bulkUpsert(
    work,
    STAGED,
    [...distinct.values()].map((row) => [
      runId,
      row.position,
      row.externalId,
      row.remoteCreatedAt,
      row.client,
      JSON.stringify(row.values),
      row.reasons && JSON.stringify(row.reasons),
      row.unknownStatus,
    ]),
  );
}

/** Forgets a run's staged rows. */
export async function clearStaging(work: Work, runId: number): Promise<void> {
  await work.em.nativeDelete(StagedRecord, { run_id: runId });
}

/** How many distinct rows a run has staged. */
export function countStaged(work: Work, runId: number): Promise<number> {
  return work.em.count(StagedRecord, { run_id: runId });
}

const SELECT_STAGED = `select s.position, s.external_id, s.remote_created_at, s.client, s.deal_values, s.reasons, s.unknown_status, l.deal_id, l.local_base, l.remote_base
  from staged_records s left join deal_links l on l.provider = ? and l.base_id = ? and l.table_id = ? and l.external_id = s.external_id
  where s.run_id = ?`;

interface RawStaged {
  position: number;
  external_id: string;
  remote_created_at: string;
  client: string | null;
  deal_values: string;
  reasons: string | null;
  unknown_status: string | null;
  deal_id: number | null;
  local_base: string | null;
  remote_base: string | null;
}

/** The next staged rows of a run in listing order, with their links. */
export async function stagedAfter(
  work: Work,
  scope: TableScope,
  page: { runId: number; after: number; limit: number },
): Promise<StagedRowWithLink[]> {
  const rows = await work.em.execute<RawStaged[]>(
    `${SELECT_STAGED} and s.position > ? order by s.position limit ?`,
    [scope.provider, scope.baseId, scope.tableId, page.runId, page.after, page.limit],
  );
  return rows.map(readStaged);
}

/** The staged rows with these external ids, by id. */
export async function stagedByExternalId(
  work: Work,
  scope: TableScope,
  wanted: { runId: number; externalIds: readonly string[] },
): Promise<Map<string, StagedRowWithLink>> {
  if (wanted.externalIds.length === 0) return new Map();
  const rows = await work.em.execute<RawStaged[]>(
    `${SELECT_STAGED} and s.external_id in ${work.sql.jsonScalars('text')}`,
    [scope.provider, scope.baseId, scope.tableId, wanted.runId, JSON.stringify(wanted.externalIds)],
  );
  return new Map(rows.map((row) => [row.external_id, readStaged(row)]));
}

/** The staged rows of these clients that no deal is linked to: the candidates a name can adopt. */
export async function unlinkedStagedByClient(
  work: Work,
  scope: TableScope,
  wanted: { runId: number; clients: readonly string[] },
): Promise<Map<string, StagedRow[]>> {
  if (wanted.clients.length === 0) return new Map();
  const rows = await work.em.execute<RawStaged[]>(
    `${SELECT_STAGED} and l.id is null and s.client in ${work.sql.jsonScalars('text')} order by s.position`,
    [scope.provider, scope.baseId, scope.tableId, wanted.runId, JSON.stringify(wanted.clients)],
  );
  return Map.groupBy(rows.map(readStaged), (row) => row.client ?? '');
}

function readStaged(row: RawStaged): StagedRowWithLink {
  return {
    position: row.position,
    externalId: row.external_id,
    remoteCreatedAt: row.remote_created_at,
    client: row.client,
    values: JSON.parse(row.deal_values),
    reasons: row.reasons === null ? null : JSON.parse(row.reasons),
    unknownStatus: row.unknown_status,
    link:
      row.deal_id === null || row.local_base === null || row.remote_base === null
        ? null
        : {
            dealId: row.deal_id,
            localBase: JSON.parse(row.local_base),
            remoteBase: JSON.parse(row.remote_base),
          },
  };
}
