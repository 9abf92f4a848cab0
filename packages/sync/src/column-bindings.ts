import { ColumnBinding, type Database, type TableScope } from '@passerelle/database';
import type { BoundColumn, KnownBinding } from './bind-columns.ts';

/** The bindings earlier runs made for this table. */
export async function knownBindings(database: Database, scope: TableScope): Promise<KnownBinding[]> {
  const rows = await database.em().find(ColumnBinding, { remote_table_id: scope.id });
  return rows.map(({ field, mapped_to, column_id }) => ({ field, mappedTo: mapped_to, columnId: column_id }));
}

/** Remembers which column each mapped name stands for. */
export async function saveBindings(
  database: Database,
  scope: TableScope,
  columns: readonly BoundColumn[],
): Promise<void> {
  const rows = columns.map(({ field, mappedTo, column }) => ({
    remote_table_id: scope.id,
    field,
    mapped_to: mappedTo,
    column_id: column.id,
  }));
  await database.em().upsertMany(ColumnBinding, rows);
}
