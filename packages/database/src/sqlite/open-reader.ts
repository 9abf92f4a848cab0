import BetterSqlite from 'better-sqlite3';
import { teachFunctions } from './search-functions.ts';

/**
 * Memory that a reader keeps pages in, in KB. What it reads it reads once, from end to end; the system keeps the file's
 * pages anyway, and a larger memory of our own only grows with the table.
 */
const CACHE_KB = 4_096;

/** Opens a SQLite file to read it. */
export function openReader(path: string): BetterSqlite.Database {
  const database = new BetterSqlite(path, { readonly: true });
  database.pragma(`cache_size = -${CACHE_KB}`);
  teachFunctions(database);
  return database;
}
