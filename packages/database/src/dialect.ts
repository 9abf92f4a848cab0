/** The two databases Passerelle runs on. */
export type Dialect = 'sqlite' | 'postgresql';

/**
 * Everything the two databases say differently, in one place. Each entry is SQL text; what comes from people
 * travels as parameters only.
 */
export interface DialectSql {
  readonly serialKey: string;
  readonly double: string;
  readonly flagOn: string;
  /** Ending of a table that is read and written in the order of its key: no second copy of the key. */
  readonly clustered: string;
  /** Rows of a JSON array of arrays given as one parameter, one per element, as `item.value`. */
  readonly jsonRows: string;
  /** Element `index` of `item.value`, as a value of a column of `type`. */
  jsonCell(index: number, type: ColumnType): string;
  /** Whether a column is among the scalars of a JSON array given as one parameter, in a form that uses its index. */
  isAmong(column: string, type: ColumnType): string;
  /** Answers as many fresh ids of the table as its one parameter says. */
  reserveIds(table: string): string;
  /** Ending of a select whose rows are about to be changed in the same transaction. */
  readonly lockRows: string;
}

/** How a column is cast when its value travels inside JSON. */
export type ColumnType = 'integer' | 'real' | 'text';

const POSTGRES_TYPES = { integer: 'bigint', real: 'double precision', text: 'text' } as const;

const sqlite: DialectSql = {
  serialKey: 'integer not null primary key autoincrement',
  double: 'double',
  flagOn: 'integer not null default true',
  clustered: ' without rowid',
  jsonRows: 'json_each(?) as item',
  jsonCell: (index) => `item.value ->> ${index}`,
  isAmong: (column) => `${column} in (select value from json_each(?))`,
  // The transaction is the only writer, so the ids past the highest ever given are free until it ends.
  reserveIds: (table) => `with recursive top(id) as (
      select max(coalesce((select max(id) from "${table}"), 0), coalesce((select seq from sqlite_sequence where name = '${table}'), 0))
    ), fresh(id, left_over) as (
      select top.id + 1, ? - 1 from top union all select id + 1, left_over - 1 from fresh where left_over > 0
    ) select id from fresh`,
  // One writer at a time: the transaction has locked everything already.
  lockRows: '',
};

const postgresql: DialectSql = {
  serialKey: 'serial primary key',
  double: 'double precision',
  flagOn: 'boolean not null default true',
  clustered: '',
  jsonRows: 'jsonb_array_elements(?::jsonb) with ordinality as item(value, position)',
  jsonCell: (index, type) => `(item.value ->> ${index})::${POSTGRES_TYPES[type]}`,
  // An array, not a subquery: without statistics the planner would join the whole table to it.
  isAmong: (column, type) =>
    `${column} = any(array(select jsonb_array_elements_text(?::jsonb)::${POSTGRES_TYPES[type]}))`,
  reserveIds: (table) =>
    `select nextval(pg_get_serial_sequence('${table}', 'id'))::int as id from generate_series(1, ?)`,
  lockRows: 'for update',
};

/** The SQL of a dialect. */
export const DIALECTS: Readonly<Record<Dialect, DialectSql>> = { sqlite, postgresql };
