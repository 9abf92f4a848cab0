import {
  ColumnBinding,
  type Database,
  forgetAgreedField,
  forgetUndone,
  RemoteTable,
  type TableName,
  type TableScope,
  type Work,
} from '@passerelle/database';
import type { BoundColumn, KnownBinding } from './bind-columns.ts';

/** The bindings earlier runs made for this table. */
export async function knownBindings(database: Database, scope: TableScope): Promise<KnownBinding[]> {
  const rows = await database.em().find(ColumnBinding, { remote_table_id: scope.id });
  return rows.map(bindingIn);
}

function bindingIn({ field, mapped_to, column_id, column_kind }: ColumnBinding): KnownBinding {
  return { field, mappedTo: mapped_to, columnId: column_id, columnKind: column_kind ?? null };
}

/** The bindings earlier runs made for a table that may never have been met. */
export async function bindingsOfTable(database: Database, table: TableName): Promise<KnownBinding[]> {
  const key = { provider: table.provider, base_id: table.baseId, table_id: table.tableId };
  const known = await database.em().findOne(RemoteTable, key);
  return known === null ? [] : knownBindings(database, { ...table, id: known.id });
}

/** The bindings earlier runs made for any table of a provider. */
export async function bindingsOfProvider(database: Database, provider: string): Promise<KnownBinding[]> {
  const em = database.em();
  const tables = await em.find(RemoteTable, { provider });
  const rows = await em.find(ColumnBinding, { remote_table_id: { $in: tables.map(({ id }) => id) } });
  return rows.map(bindingIn);
}

/**
 * Remembers which column each mapped name stands for. What was agreed on in a field is forgotten when its column is
 * another one: compared with it, an empty new column would look like a field that a person emptied. So is what undos
 * keep from coming back: the run would make something else of it.
 */
export async function saveBindings(
  work: Work,
  scope: TableScope,
  { columns, known }: { columns: readonly BoundColumn[]; known: readonly KnownBinding[] },
): Promise<void> {
  for (const { field, column } of columns) {
    const earlier = known.find((binding) => binding.field === field);
    if (!earlier || earlier.columnId === column.id) continue;
    await forgetAgreedField(work, scope, field);
    await forgetUndone(work, scope);
  }
  const rows = columns.map(({ field, mappedTo, column }) => ({
    remote_table_id: scope.id,
    field,
    mapped_to: mappedTo,
    column_id: column.id,
    column_kind: column.kind,
  }));
  await work.em.upsertMany(ColumnBinding, rows);
}
