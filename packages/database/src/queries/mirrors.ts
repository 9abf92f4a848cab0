import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { MirroredRecord, RemoteMirror, RemoteTable, StagedRecord } from '../entities/index.ts';
import type { TableScope, Work } from './work.ts';

/** What the rows of a mirror are good for. */
export interface MirrorFacts {
  /** ISO 8601 UTC, by our clock: when the latest listing began. */
  readonly listedFrom: string;
  /** Columns and rules the rows were read by, as text to compare. */
  readonly reading: string;
  /** Column id → its options then. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Listings of changes since the last whole one. */
  readonly listingsOfChanges: number;
}

const ROW =
  'external_id, remote_created_at, remote_edited_at, client, deal_values, reasons, unknown_status, cells';

/** What is kept of a table; `null` when nothing whole is. */
export async function mirrorOf({ em }: Pick<Work, 'em'>, scope: TableScope): Promise<MirrorFacts | null> {
  const row = await em.findOne(RemoteMirror, { remote_table_id: scope.id });
  if (row === null) return null;
  return {
    listedFrom: row.listed_from,
    reading: row.reading,
    options: JSON.parse(row.options),
    listingsOfChanges: row.listings_of_changes,
  };
}

/** Stages the mirror's rows under a run; answers the position of the last one. */
export async function stageMirror({ em }: Work, scope: TableScope, runId: number): Promise<number> {
  await em.execute(
    `insert into staged_records (run_id, position, ${ROW})
     select ?, position, ${ROW} from mirrored_records where remote_table_id = ?`,
    [runId, scope.id],
    'run',
  );
  return lastPosition(em, runId);
}

/** Keeps a run's whole staging as the mirror of its table. */
export async function keepMirror(
  { em }: Work,
  scope: TableScope,
  { runId, facts }: { runId: number; facts: MirrorFacts },
): Promise<void> {
  await em.nativeDelete(MirroredRecord, { remote_table_id: scope.id });
  await copyStaged(em, scope, { runId, behind: 0 });
  await saveFacts(em, scope, facts);
}

/** Brings the mirror up to date with the rows that a run staged behind a position: those it was given anew. */
export async function refreshMirror(
  { em }: Work,
  scope: TableScope,
  { runId, behind, facts }: { runId: number; behind: number; facts: MirrorFacts },
): Promise<void> {
  await em.execute(
    `delete from mirrored_records where remote_table_id = ? and external_id in
     (select external_id from staged_records where run_id = ? and position > ?)`,
    [scope.id, runId, behind],
    'run',
  );
  await copyStaged(em, scope, { runId, behind });
  await saveFacts(em, scope, facts);
}

/** Rows staged from the mirror, up to a position, that an import could make a deal of: they belong to none. */
export async function unlinkedMirrorRows(
  { em }: Pick<Work, 'em'>,
  scope: TableScope,
  { runId, through, limit }: { runId: number; through: number; limit: number },
): Promise<string[]> {
  const rows = await em.execute<{ external_id: string }[]>(
    `select external_id from staged_records s where run_id = ? and position <= ? and reasons is null and not exists
     (select 1 from deal_links l where l.external_id = s.external_id and l.remote_table_id = ?) limit ?`,
    [runId, through, scope.id, limit],
  );
  return rows.map(({ external_id }) => external_id);
}

/** Forgets a row that is gone there, staged and mirrored. */
export async function forgetMirrorRow(
  { em }: Pick<Work, 'em'>,
  scope: TableScope,
  { runId, externalId }: { runId: number; externalId: string },
): Promise<void> {
  await em.nativeDelete(StagedRecord, { run_id: runId, external_id: externalId });
  await em.nativeDelete(MirroredRecord, { remote_table_id: scope.id, external_id: externalId });
}

/**
 * Forgets what is mirrored of a provider's tables: the next import reads them whole. The rows themselves, which nothing
 * reads any more, are cleaned up in small steps.
 */
export async function forgetMirrors(
  em: SqlEntityManager,
  where: { provider: string } | { table_id: { $in: string[] } },
): Promise<void> {
  const ids = (await em.find(RemoteTable, where)).map(({ id }) => id);
  await em.nativeDelete(RemoteMirror, { remote_table_id: { $in: ids } });
}

async function copyStaged(
  em: SqlEntityManager,
  scope: TableScope,
  { runId, behind }: { runId: number; behind: number },
): Promise<void> {
  await em.execute(
    `insert into mirrored_records (remote_table_id, position, ${ROW})
     select ?, position, ${ROW} from staged_records where run_id = ? and position > ?`,
    [scope.id, runId, behind],
    'run',
  );
}

async function saveFacts(em: SqlEntityManager, scope: TableScope, facts: MirrorFacts): Promise<void> {
  await em.upsert(RemoteMirror, {
    remote_table_id: scope.id,
    listed_from: facts.listedFrom,
    reading: facts.reading,
    options: JSON.stringify(facts.options),
    listings_of_changes: facts.listingsOfChanges,
  });
}

async function lastPosition(em: SqlEntityManager, runId: number): Promise<number> {
  const [row] = await em.execute<{ last: number | null }[]>(
    'select max(position) as last from staged_records where run_id = ?',
    [runId],
  );
  return Number(row?.last ?? 0);
}
