import { RemoteTable } from '../entities/index.ts';
import type { TableName, TableScope, Work } from './work.ts';

/** The table's scope, noting the table when it is met for the first time. */
export async function scopeOf({ em }: Work, table: TableName): Promise<TableScope> {
  const key = { provider: table.provider, base_id: table.baseId, table_id: table.tableId };
  await em.upsert(RemoteTable, key, { onConflictAction: 'ignore' });
  const { id } = await em.findOneOrFail(RemoteTable, key);
  return { ...table, id };
}
