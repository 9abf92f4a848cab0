import { SqliteConnection } from '@mikro-orm/sqlite';
import { MIGRATIONS_TABLE } from '../migrations/index.ts';
import { PUBLIC_TABLES } from '../migrations/public-tables.ts';
import type { Database } from '../open-database.ts';
import type { TokenCipher } from '../token-cipher.ts';
import { clearTokens, encryptTokens } from './clear-tokens.ts';
import { completeFigures, type FiguresOf } from './complete-figures.ts';
import { copySqlite } from './copy-sqlite.ts';
import { truncateWal, withoutTrace } from './scrub-sqlite.ts';

/** What preparing needs to know. */
export interface PrepareOptions {
  readonly cipher: TokenCipher;
  /** Dates the copy. */
  readonly now: Date;
  /** What an older application's deal is worth where it says nothing; without it, nothing. */
  readonly figuresOf?: FiguresOf;
}

/** What was done to a database that another application had made; nothing of it on any other start. */
export interface Preparation {
  /** Where the SQLite file was copied to before it was changed, its tokens encrypted; `null` when it was not. */
  readonly copy: string | null;
  readonly encryptedTokens: number;
  /** Deals that got the probability or weighted value they lacked. */
  readonly completedDeals: number;
}

/**
 * Makes a database ready at every start: migrates it, and adopts what an older application left in it. Nothing is lost,
 * tokens in clear text are encrypted and leave no trace in the file. On PostgreSQL no copy is made, and its log of
 * changes and its backups keep what they held until they expire. Throws `DatabaseError`.
 */
export async function prepareDatabase(database: Database, options: PrepareOptions): Promise<Preparation> {
  const { cipher, now, figuresOf } = options;
  const tables = await tableNames(database);
  const isOlder =
    Object.keys(PUBLIC_TABLES).some((table) => tables.has(table)) && !tables.has(MIGRATIONS_TABLE);
  const tokens = tables.has('connector_configs') ? await clearTokens(database) : [];
  const sqlite = await fileOf(database);
  const copy = sqlite && (isOlder || tokens.length > 0) ? copySqlite(sqlite, { cipher, now }) : null;
  const completedDeals = isOlder && figuresOf ? await completeFigures(database, figuresOf) : 0;
  const encrypt = () => encryptTokens(database, cipher, tokens);
  // On SQLite before the tables are written anew, or the clear text would be too; on PostgreSQL after, as a column
  // of an older table may be too short.
  if (sqlite) await (tokens.length > 0 ? withoutTrace(sqlite, encrypt) : truncateWal(sqlite));
  await database.migrate();
  if (!sqlite) await encrypt();
  if (database.dialect === 'postgresql' && tokens.length > 0) {
    await database.em().execute('vacuum full connector_configs');
  }
  return { copy, encryptedTokens: tokens.length, completedDeals };
}

async function tableNames(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.em().execute<{ name: string }[]>(database.sql.tableNames);
  return new Set(rows.map(({ name }) => name));
}

/** The connection to a SQLite file; `null` of a database in memory and of PostgreSQL. */
async function fileOf(database: Database) {
  const connection = database.em().getConnection();
  if (!(connection instanceof SqliteConnection)) return null;
  const native = await connection.getNativeClient();
  return native.memory ? null : native;
}
