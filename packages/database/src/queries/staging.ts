import { StagedRecord } from '../entities/index.ts';
import type { Database } from '../open-database.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import { linksByExternalId, type StoredLink } from './links.ts';
import type { TableScope, Work } from './work.ts';

/** A remote row on its way into staging. */
export interface StagedRow {
  readonly position: number;
  readonly externalId: string;
  readonly remoteCreatedAt: string;
  /** When the vendor says it was last edited; `null` where it does not tell. */
  readonly remoteEditedAt: string | null;
  readonly client: string | null;
  /** The mapped fields of the deal it stands for. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[] | null;
  readonly unknownStatus: string | null;
  /** Field → cell as the vendor gave it, where the value read says something else. */
  readonly cells: Readonly<Record<string, unknown>> | null;
}

/** A staged row with the link that names its deal, when there is one. */
export interface StagedRowWithLink extends StagedRow {
  readonly link: StoredLink | null;
}

const STAGED: BulkTable = {
  name: 'staged_records',
  columns: {
    run_id: 'integer',
    position: 'integer',
    external_id: 'text',
    remote_created_at: 'text',
    remote_edited_at: 'text',
    client: 'text',
    deal_values: 'text',
    reasons: 'text',
    unknown_status: 'text',
    cells: 'text',
  },
  overwriteOn: ['external_id', 'run_id'],
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
      row.remoteEditedAt,
      row.client,
      JSON.stringify(row.values),
      row.reasons && JSON.stringify(row.reasons),
      row.unknownStatus,
      row.cells && JSON.stringify(row.cells),
    ]),
  );
}

/** Forgets a run's staged rows. */
export async function clearStaging(work: Work, runId: number): Promise<void> {
  await work.em.nativeDelete(StagedRecord, { run_id: runId });
}

/** Rows forgotten in one step: others write between two of them. */
const FORGET_ROWS = 5_000;

/** Forgets some of a run's staged rows; whether any may be left. */
export async function clearStagingStep({ em }: Work, runId: number): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `delete from staged_records where run_id = ? and position in
       (select position from staged_records where run_id = ? order by position limit ?)`,
    [runId, runId, FORGET_ROWS],
    'run',
  );
  return affectedRows === FORGET_ROWS;
}

/** The runs of a provider that have ended and whose staged rows are still there. */
export async function stagingLeftBehind(database: Pick<Database, 'em'>, provider: string): Promise<number[]> {
  const rows = await database.em().execute<{ id: number }[]>(
    `select r.id from sync_runs r where r.provider = ? and r.active_provider is null
     and exists (select 1 from staged_records s where s.run_id = r.id) order by r.id`,
    [provider],
  );
  return rows.map(({ id }) => id);
}

/** How many distinct rows a run has staged. */
export function countStaged(work: Work, runId: number): Promise<number> {
  return work.em.count(StagedRecord, { run_id: runId });
}

/** How many deals are linked to none of the rows that a run has staged. */
export async function countDealsBeside(work: Work, scope: TableScope, runId: number): Promise<number> {
  const [row] = await work.em.execute<{ deals: number | string }[]>(
    `select count(*) as deals from deals d where not exists (
       select 1 from deal_links l join staged_records s on s.external_id = l.external_id and s.run_id = ?
       where l.deal_id = d.id and l.remote_table_id = ?)`,
    [runId, scope.id],
  );
  return Number(row?.deals ?? 0);
}

const SELECT_STAGED = `select position, external_id, remote_created_at, remote_edited_at, client, deal_values, reasons, unknown_status, cells
  from staged_records where`;

/** By the index of what is looked for: SQLite would walk every row of the run along its key instead, batch after batch. */
const OF_RUN = '+run_id = ?';

interface RawStaged {
  position: number;
  external_id: string;
  remote_created_at: string;
  remote_edited_at: string | null;
  client: string | null;
  deal_values: string;
  reasons: string | null;
  unknown_status: string | null;
  cells: string | null;
}

/** The next staged rows of a run in listing order, with their links. */
export async function stagedAfter(
  work: Work,
  scope: TableScope,
  page: { runId: number; after: number; limit: number },
): Promise<StagedRowWithLink[]> {
  const rows = await select(work, 'run_id = ? and position > ? order by position limit ?', [
    page.runId,
    page.after,
    page.limit,
  ]);
  const links = await linksOf(work, scope, rows);
  return rows.map((row) => ({ ...row, link: links.get(row.externalId) ?? null }));
}

/** The staged rows with these external ids, by id. */
export async function stagedByExternalId(
  work: Work,
  runId: number,
  externalIds: readonly string[],
): Promise<Map<string, StagedRow>> {
  if (externalIds.length === 0) return new Map();
  const among = work.sql.isAmong('external_id', 'text');
  const rows = await select(work, `${OF_RUN} and ${among}`, [runId, JSON.stringify(externalIds)]);
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** The staged rows of these clients that no deal is linked to: the candidates a name can adopt. */
export async function unlinkedStagedByClient(
  work: Work,
  scope: TableScope,
  wanted: { runId: number; clients: readonly string[] },
): Promise<Map<string, StagedRow[]>> {
  if (wanted.clients.length === 0) return new Map();
  const among = work.sql.isAmong('client', 'text');
  const rows = await select(work, `${OF_RUN} and ${among} order by position`, [
    wanted.runId,
    JSON.stringify(wanted.clients),
  ]);
  const links = await linksOf(work, scope, rows);
  return Map.groupBy(
    rows.filter((row) => !links.has(row.externalId)),
    (row) => row.client ?? '',
  );
}

async function select(work: Work, condition: string, parameters: unknown[]): Promise<StagedRow[]> {
  const rows = await work.em.execute<RawStaged[]>(`${SELECT_STAGED} ${condition}`, parameters);
  return rows.map((row) => ({
    position: row.position,
    externalId: row.external_id,
    remoteCreatedAt: row.remote_created_at,
    remoteEditedAt: row.remote_edited_at,
    client: row.client,
    values: JSON.parse(row.deal_values),
    reasons: row.reasons === null ? null : JSON.parse(row.reasons),
    unknownStatus: row.unknown_status,
    cells: row.cells === null ? null : JSON.parse(row.cells),
  }));
}

// Two queries by key rather than one join: a planner without statistics would walk the links for every row.
function linksOf(work: Work, scope: TableScope, rows: readonly StagedRow[]) {
  return linksByExternalId(
    work,
    scope,
    rows.map(({ externalId }) => externalId),
  );
}
