import { quoted } from '../queries/bulk-upsert.ts';
import { columnsOf, type PublicColumn, type PublicTable } from './public-tables.ts';
import type { Execute } from './reshape-sqlite.ts';

/** What `information_schema.columns` tells of a column. */
interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly fallback: string | null;
}

const TYPES = {
  id: 'integer',
  text: 'text',
  double: 'double precision',
  integer: 'integer',
  flag: 'boolean',
} as const;

const PRESENT = `to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Gives a table of an older application the shape ours has, in place. Columns we do not know stay. */
export async function reshapeOnPostgres(execute: Execute, table: PublicTable): Promise<void> {
  const present = new Map((await columnInfo(execute, table)).map((column) => [column.name, column]));
  const known = columnsOf(table);
  await execute(`alter table ${quoted(table)} alter column id drop identity if exists`);
  const typed = known.flatMap(([name, spec]) => typeChanges(name, spec, present.get(name)));
  if (typed.length > 0) await execute(`alter table ${quoted(table)} ${typed.join(', ')}`);
  for (const [name, spec] of known) {
    if (spec.isNullable || spec.type === 'id' || present.get(name)?.is_nullable === 'NO') continue;
    const column = quoted(name);
    await execute(`update ${quoted(table)} set ${column} = ${fallback(spec)} where ${column} is null`);
    await execute(`alter table ${quoted(table)} alter column ${column} set not null`);
  }
  // Ours would be refused for want of a value of a column it does not know.
  const unknown = [...present.values()].filter(
    (column) => column.fallback === null && known.every(([name]) => name !== column.name),
  );
  const rest = [
    ...known.flatMap(([name, spec]) => (spec.type === 'id' ? [] : `${alter(name)} ${defaultOf(spec)}`)),
    ...unknown.map(({ name }) => `${alter(name)} drop not null`),
  ];
  await execute(`alter table ${quoted(table)} ${rest.join(', ')}`);
  await countIdsOn(execute, table);
}

const alter = (name: string) => `alter column ${quoted(name)}`;

/** One statement makes them all: the table is written once. */
function typeChanges(name: string, spec: PublicColumn, present: ColumnInfo | undefined): string[] {
  const type = TYPES[spec.type];
  if (present === undefined) return [`add column ${quoted(name)} ${type}`];
  if (present.type === type) return [];
  return [
    `${alter(name)} drop default`,
    `${alter(name)} type ${type} using ${converted(name, spec, present.type)}`,
  ];
}

async function columnInfo(execute: Execute, table: string): Promise<ColumnInfo[]> {
  const rows = await execute(
    `select column_name as name, data_type as type, is_nullable, coalesce(column_default, identity_generation) as fallback
     from information_schema.columns where table_schema = current_schema() and table_name = '${table}'`,
  );
  return rows as unknown as ColumnInfo[];
}

/** The same value in our type: texts of instants in UTC, decimals as they are written. */
function converted(name: string, { type }: PublicColumn, from: string): string {
  const column = quoted(name);
  if (type === 'flag') return `lower(${column}::text) not in ('0', 'false', 'f', 'no', 'off', '')`;
  if (type === 'double') return `${column}::text::double precision`;
  if (type === 'text' && from === 'timestamp with time zone') return `(${column} at time zone 'UTC')::text`;
  return `${column}::${TYPES[type]}`;
}

function fallback({ type, instantLike }: PublicColumn): string {
  if (type === 'flag') return 'true';
  if (type !== 'text') return '0';
  return instantLike ? `coalesce(${[...instantLike.map(quoted), PRESENT].join(', ')})` : `''`;
}

function defaultOf({ type }: PublicColumn): string {
  if (type === 'flag') return 'set default true';
  return type === 'integer' ? 'set default 0' : 'drop default';
}

/** Gives `id` a sequence of its own where it has none, and lets it go on behind the highest id. */
async function countIdsOn(execute: Execute, table: PublicTable): Promise<void> {
  const owned = async () => {
    const [row] = await execute(`select pg_get_serial_sequence('${table}', 'id') as name`);
    return row?.name as string | null;
  };
  if ((await owned()) === null) {
    const sequence = quoted(`${table}_id_seq`);
    await execute(`create sequence if not exists ${sequence}`);
    await execute(`alter sequence ${sequence} owned by ${quoted(table)}.id`);
  }
  const sequence = await owned();
  await execute(`alter table ${quoted(table)} alter column id set default nextval('${sequence}')`);
  const highest = `(select max(id) from ${quoted(table)})`;
  await execute(
    `select setval('${sequence}', ${highest}) where ${highest} >= (select last_value from ${sequence})`,
  );
}
