import { SqliteConnection } from '@mikro-orm/sqlite';
import type { ColumnType, DialectSql } from '../dialect.ts';
import type { Work } from './work.ts';

/** A table as bulk statements see it: columns in the order of each row's values. */
export interface BulkTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns of the unique key on which an existing row is overwritten; absent: a conflict is an error. */
  readonly overwriteOn?: readonly string[];
}

/**
 * Writes all rows, whatever their number, inside the transaction the caller holds. SQLite runs one prepared statement
 * per row, which costs it nothing to enter; PostgreSQL gets them all as one JSON parameter of one statement.
 */
export async function bulkUpsert(
  { em, sql }: Pick<Work, 'em' | 'sql'>,
  table: BulkTable,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const connection = em.getConnection();
  if (connection instanceof SqliteConnection) {
    // The statement below goes past the ORM: only a transaction keeps others off this one connection meanwhile.
    if (!em.isInTransaction()) throw new RangeError(`bulk write to ${table.name} outside a transaction`);
    const statement = (await connection.getNativeClient()).prepare(insertRow(table));
    for (const row of rows) statement.run(row);
    return;
  }
  await em.execute(insertJsonRows(sql, table), [JSON.stringify(rows)], 'run');
}

function insertRow(table: BulkTable): string {
  const names = Object.keys(table.columns);
  const values = names.map(() => '?').join(', ');
  return `insert into "${table.name}" (${names.map(quoted).join(', ')}) values (${values}) ${onConflict(table)}`;
}

function insertJsonRows(sql: DialectSql, table: BulkTable): string {
  const names = Object.keys(table.columns);
  const cells = Object.entries(table.columns).map(([, type], index) => sql.jsonCell(index, type));
  return `insert into "${table.name}" (${names.map(quoted).join(', ')}) select ${cells.join(', ')} from ${sql.jsonRows} ${onConflict(table)}`;
}

function onConflict({ columns, overwriteOn }: BulkTable): string {
  if (!overwriteOn) return '';
  const changed = Object.keys(columns).filter((name) => !overwriteOn.includes(name));
  const assignments = changed.map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  return `on conflict (${overwriteOn.map(quoted).join(', ')}) do update set ${assignments.join(', ')}`;
}

/** A name as both databases quote it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
