import type BetterSqlite from 'better-sqlite3';

/** Statements kept per connection. */
const KEPT = 64;

const STATEMENTS = new WeakMap<
  BetterSqlite.Database,
  Map<string, BetterSqlite.Statement<unknown[], object>>
>();

/**
 * The statement of a text, prepared once as long as it is in use: preparing costs more than most reads, and what is
 * thrown away takes memory until the collector comes by, which does not see how much it is.
 */
export function prepared<Row extends object>(
  database: BetterSqlite.Database,
  text: string,
): BetterSqlite.Statement<unknown[], Row> {
  const known = STATEMENTS.get(database) ?? new Map<string, BetterSqlite.Statement<unknown[], object>>();
  STATEMENTS.set(database, known);
  const statement = known.get(text) ?? database.prepare<unknown[], object>(text);
  // Last in, last out.
  known.delete(text);
  known.set(text, statement);
  if (known.size > KEPT) known.delete(known.keys().next().value ?? '');
  return statement as BetterSqlite.Statement<unknown[], Row>;
}
