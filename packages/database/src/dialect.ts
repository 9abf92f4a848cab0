import { searchOnPostgres } from './search/postgres-condition.ts';
import { searchOnSqlite } from './search/sqlite-condition.ts';
import { FORGET_SEARCH_TEXTS, QUEUE_LATECOMERS } from './search/sqlite-tables.ts';
import { DEAL_JSON } from './sqlite/deal-json.ts';
import type { IdWindow, Statement } from './statement.ts';

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
  /** A text column of JSON without one key, which is a name of ours. */
  withoutKey(column: string, key: string): string;
  /** Answers as many fresh ids of the table as its one parameter says. */
  reserveIds(table: string): string;
  /** Ending of a select whose rows are about to be changed in the same transaction. */
  readonly lockRows: string;
  /** The same for rows that someone else may be changing: those are left out. */
  readonly lockFreeRows: string;
  /** Selects the `name` of every table. */
  readonly tableNames: string;
  /** A text column as compared by its bytes, so that ISO dates and timestamps compare as such in any locale. */
  bytewise(column: string): string;
  /** An amount column in whole cents, halves up: integers add up exactly. */
  cents(column: string): string;
  /** A timestamp column as seconds since 1970 UTC, whatever its form; text without zone is UTC, other text null. */
  seconds(column: string): string;
  /** A timestamp column as text that sorts by instant, whatever mixture of forms it holds. */
  sortableInstant(column: string): string;
  /** The instant so many seconds from now by the database's own clock: ISO 8601 UTC text. */
  instantIn(seconds: number): string;
  /** Name of the function that makes a JSON object of names and values. */
  readonly jsonObject: string;
  /** Whether a text column begins like `YYYY-MM-DD`. */
  isDay(column: string): string;
  /** A deal `d` as the JSON it is answered in; `null` where rows are as quickly made into objects. */
  readonly dealJson: string | null;
  /** All ids of a select of `deals d` in an order, as one value: JSON text. */
  idList(order: string): string;
  /** Whether a deal `d` holds the searched text, case and accents ignored; ids outside `window` need not match. */
  matchesSearch(search: string, window: IdWindow | null): Statement;
  /** Empties what search keeps beside the deals, once there are none. */
  readonly forgetSearchTexts: readonly string[];
  /** Tells search of deals that were inserted under ids of their own: one JSON parameter; nothing where `null`. */
  readonly queueLatecomers: string | null;
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
  withoutKey: (column, key) => `json_remove(${column}, '$.${key}')`,
  // The transaction is the only writer, so the ids past the highest ever given are free until it ends.
  reserveIds: (table) => `with recursive top(id) as (
      select max(coalesce((select max(id) from "${table}"), 0), coalesce((select seq from sqlite_sequence where name = '${table}'), 0))
    ), fresh(id, left_over) as (
      select top.id + 1, ? - 1 from top union all select id + 1, left_over - 1 from fresh where left_over > 0
    ) select id from fresh`,
  // One writer at a time: the transaction has locked everything already.
  lockRows: '',
  lockFreeRows: '',
  tableNames: `select name from sqlite_schema where type = 'table'`,
  bytewise: (column) => column,
  // A hair more: 1.005 * 100 is 100.49999999999999 as a double, and people mean 1.01.
  cents: (column) => `cast(round(${column} * 100 + 1e-6) as integer)`,
  seconds: (column) => `unixepoch(${column}, 'subsec')`,
  sortableInstant: (column) => `rtrim(replace(${column}, ' ', 'T'), 'Z')`,
  instantIn: (seconds) => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${seconds} seconds')`,
  jsonObject: 'json_object',
  isDay: (column) => `${column} glob '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'`,
  dealJson: DEAL_JSON,
  idList: (order) => `json_group_array(d.id order by ${order})`,
  matchesSearch: searchOnSqlite,
  forgetSearchTexts: FORGET_SEARCH_TEXTS,
  queueLatecomers: QUEUE_LATECOMERS,
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
  withoutKey: (column, key) => `(${column}::jsonb - '${key}')::text`,
  reserveIds: (table) =>
    `select nextval(pg_get_serial_sequence('${table}', 'id'))::int as id from generate_series(1, ?)`,
  lockRows: 'for update',
  lockFreeRows: 'for update skip locked',
  tableNames:
    'select table_name as name from information_schema.tables where table_schema = current_schema()',
  bytewise: (column) => `${column} collate "C"`,
  cents: (column) => `round(${column} * 100 + 1e-6)::bigint`,
  seconds: postgresSeconds,
  sortableInstant: (column) => `rtrim(replace(${column}, ' ', 'T'), 'Z') collate "C"`,
  instantIn: (seconds) =>
    `to_char((clock_timestamp() + interval '${seconds} seconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  jsonObject: 'json_build_object',
  isDay: (column) => `${column} ~ '^\\d{4}-[01]\\d-[0-3]\\d'`,
  dealJson: null,
  idList: (order) => `coalesce(json_agg(d.id order by ${order}), '[]')::text`,
  matchesSearch: searchOnPostgres,
  forgetSearchTexts: [],
  queueLatecomers: null,
};

/**
 * A cast that fails would fail the whole query, and an adopted table may hold any text: only what looks like a
 * timestamp is cast, with day 1 in place of its day, which is added after (30 February is 2 March, as on SQLite).
 */
function postgresSeconds(column: string): string {
  const shape =
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.]\\d+){0,1}){0,1}(Z|[-+][01]\\d:[0-5]\\d){0,1}){0,1}$';
  const zone = `case when ${column} ~ '(Z|[-+]\\d\\d:\\d\\d)$' then '' else 'Z' end`;
  const firstOfMonth = `(substr(${column}, 1, 8) || '01' || substr(${column}, 11) || ${zone})::timestamptz`;
  return `case when ${column} ~ '${shape}' then extract(epoch from ${firstOfMonth}) + (substr(${column}, 9, 2)::int - 1) * 86400 end`;
}

/** The SQL of a dialect. */
export const DIALECTS: Readonly<Record<Dialect, DialectSql>> = { sqlite, postgresql };
