import type { Database } from '@passerelle/database';

/** Names of every table of a database. */
export async function tablesOf(database: Database): Promise<string[]> {
  const sql =
    database.dialect === 'sqlite'
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select tablename as name from pg_tables where schemaname = 'public'";
  return names(database, sql);
}

/** Names of a table's columns. */
export function columnsOf(database: Database, table: string): Promise<string[]> {
  const sql =
    database.dialect === 'sqlite'
      ? `select name from pragma_table_info('${table}')`
      : `select column_name as name from information_schema.columns where table_name = '${table}'`;
  return names(database, sql);
}

/** Leaves nothing in a database, as before Passerelle first started on it. Some tables go with the one they serve. */
export async function dropEverything(database: Database): Promise<void> {
  const isSqlite = database.dialect === 'sqlite';
  if (isSqlite) await database.em().execute('pragma foreign_keys = off');
  for (const table of await tablesOf(database)) {
    // A search table takes the tables it is stored in with it.
    await database.em().execute(`drop table if exists "${table}"${isSqlite ? '' : ' cascade'}`);
  }
}

async function names(database: Database, sql: string): Promise<string[]> {
  const rows = await database.em().execute<{ name: string }[]>(sql);
  return rows.map(({ name }) => name).toSorted();
}
