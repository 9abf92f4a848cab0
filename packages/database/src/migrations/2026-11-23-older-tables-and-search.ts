import { Migration } from '@mikro-orm/migrations';
import { SEARCH_TABLES } from '../search/sqlite-tables.ts';
import { dialectOf } from './dialect-of.ts';
import { PUBLIC_TABLES, type PublicTable } from './public-tables.ts';
import { reshapeOnPostgres } from './reshape-postgres.ts';
import { reshapeOnSqlite } from './reshape-sqlite.ts';

/**
 * The public tables of an older application get the shape of ours, with every row and value they hold; SQLite gets
 * what search keeps beside the deals.
 */
export class OlderTablesAndSearch extends Migration {
  override name = '2026-11-23-older-tables-and-search';

  override async up(): Promise<void> {
    const isSqlite = dialectOf(this.driver) === 'sqlite';
    const reshape = isSqlite ? reshapeOnSqlite : reshapeOnPostgres;
    const execute = (statement: string) => this.execute(statement) as Promise<Record<string, unknown>[]>;
    for (const table of Object.keys(PUBLIC_TABLES) as PublicTable[]) await reshape(execute, table);
    if (isSqlite) for (const statement of SEARCH_TABLES) await execute(statement);
  }
}
