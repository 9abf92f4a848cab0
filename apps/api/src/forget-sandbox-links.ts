import { type Database, DealLink, forgetMirrors, RemoteTable, SyncDeletion } from '@passerelle/database';

/**
 * The sandbox begins anew with each process, the database does not: links to sandbox rows that are gone are
 * forgotten, so that an export creates those rows again instead of taking them for deleted by a person.
 * `rowIds`: the rows of each sandbox table, by table id.
 */
export async function forgetSandboxLinks(
  database: Database,
  rowIds: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const em = database.em();
  await forgetMirrors(em, { table_id: { $in: Object.keys(rowIds) } });
  for (const { id, table_id } of await em.find(RemoteTable, { table_id: { $in: Object.keys(rowIds) } })) {
    const known = [...(rowIds[table_id] ?? [])];
    const unknown = { remote_table_id: id, external_id: { $nin: known } };
    await em.nativeDelete(DealLink, unknown);
    await em.nativeDelete(SyncDeletion, unknown);
  }
}
