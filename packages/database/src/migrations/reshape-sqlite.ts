import { DIALECTS } from '../dialect.ts';
import { quoted } from '../queries/bulk-upsert.ts';
import {
  columnsOf,
  createPublicTable,
  PUBLIC_INDEXES,
  type PublicColumn,
  type PublicTable,
} from './public-tables.ts';

/** Runs a statement in the migration's transaction. */
export type Execute = (statement: string) => Promise<Record<string, unknown>[]>;

/** What `pragma table_info` tells of a column. */
interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
}

const PRESENT = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/**
 * Gives a table of an older application the shape ours has, row for row, in the way SQLite's documentation tells
 * (lang_altertable, 7): a table of the right shape is filled and takes the old one's name. Columns we do not know stay.
 * A table that has the shape is left alone. Foreign keys must be off, or removing the old table would cascade.
 */
export async function reshapeOnSqlite(execute: Execute, table: PublicTable): Promise<void> {
  const fresh = `${table}_reshaped`;
  await execute(createPublicTable(DIALECTS.sqlite, table, fresh));
  const [wanted, present] = [await columnInfo(execute, fresh), await columnInfo(execute, table)];
  if (sameShape(wanted, present) && (await countsIdsOn(execute, table))) {
    await execute(`drop table ${quoted(fresh)}`);
    return;
  }
  const unknown = present.filter(({ name }) => wanted.every((column) => column.name !== name));
  for (const column of unknown) {
    await execute(`alter table ${quoted(fresh)} add column ${quoted(column.name)} ${column.type}`);
  }
  const names = new Set(present.map(({ name }) => name));
  const known = columnsOf(table).map(([name, spec]) => [name, adopted(name, spec, names)] as const);
  const kept = unknown.map(({ name }) => [name, quoted(name)] as const);
  const columns = [...known, ...kept];
  await execute(
    `insert into ${quoted(fresh)} (${columns.map(([name]) => quoted(name)).join(', ')})
     select ${columns.map(([, value]) => value).join(', ')} from ${quoted(table)} order by id`,
  );
  await execute(`drop table ${quoted(table)}`);
  // What else mentions the table, a view or a foreign key, goes on meaning it by its name.
  await execute('pragma legacy_alter_table = on');
  await execute(`alter table ${quoted(fresh)} rename to ${quoted(table)}`);
  await execute('pragma legacy_alter_table = off');
  for (const statement of PUBLIC_INDEXES[table]) await execute(statement);
}

async function columnInfo(execute: Execute, table: string): Promise<ColumnInfo[]> {
  const rows = await execute(`select name, type, "notnull", dflt_value from pragma_table_info('${table}')`);
  return rows as unknown as ColumnInfo[];
}

/** Whether ours are all there, and no unknown one asks for a value that we would not give it. */
function sameShape(wanted: readonly ColumnInfo[], present: readonly ColumnInfo[]): boolean {
  const known = new Map(wanted.map((column) => [column.name, column]));
  const alike = present.filter((column) => sameColumn(column, known.get(column.name)));
  const demanding = present.filter(
    ({ name, notnull, dflt_value }) => !known.has(name) && notnull === 1 && dflt_value === null,
  );
  return alike.length === wanted.length && demanding.length === 0;
}

function sameColumn(column: ColumnInfo, wanted: ColumnInfo | undefined): boolean {
  return (
    column.type.toLowerCase() === wanted?.type.toLowerCase() &&
    column.notnull === wanted.notnull &&
    column.dflt_value === wanted.dflt_value
  );
}

/** Whether ids are never given twice. */
async function countsIdsOn(execute: Execute, table: PublicTable): Promise<boolean> {
  const [row] = await execute(
    `select sql like '%autoincrement%' as counts from sqlite_schema where type = 'table' and name = '${table}'`,
  );
  return row?.counts === 1;
}

/** The value of a column as an older table holds it, or what stands for it where it holds none. */
function adopted(name: string, spec: PublicColumn, present: ReadonlySet<string>): string {
  const value = present.has(name) ? quoted(name) : 'null';
  if (spec.type === 'id' || spec.isNullable) return value;
  if (spec.type === 'flag') {
    return `case when lower(${value}) in ('0', 'false', 'f', 'no', 'off', '') then 0 else 1 end`;
  }
  if (spec.type !== 'text') return `coalesce(${value}, 0)`;
  if (!spec.instantLike) return `coalesce(${value}, '')`;
  const others = spec.instantLike.filter((other) => present.has(other)).map(quoted);
  return `coalesce(${[value, ...others, PRESENT].join(', ')})`;
}
