import { resolve } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PostgresOrm } from '@mikro-orm/postgresql';
import { type SqlEntityManager, SqliteConnection, MikroORM as SqliteOrm } from '@mikro-orm/sqlite';
import { DIALECTS, type Dialect, type DialectSql } from './dialect.ts';
import * as entities from './entities/index.ts';
import { DatabaseError } from './errors.ts';
import { MIGRATIONS_TABLE, migrations } from './migrations/index.ts';
import { SEARCH_TABLE_NAMES } from './search/sqlite-tables.ts';
import { beginImmediately } from './sqlite/begin-immediately.ts';
import { makePrivateFile } from './sqlite/make-private-file.ts';
import { closeReaders, openReaders } from './sqlite/readers.ts';

/** An open database: entity managers to work with, migrations to bring it up to date. */
export interface Database {
  readonly dialect: Dialect;
  readonly sql: DialectSql;
  /** A fresh entity manager, for one piece of work. */
  em(): SqlEntityManager;
  /** Brings the tables up to date; creates what is absent, drops nothing. Safe to call at every start. */
  migrate(): Promise<void>;
  /** SQL that would still be needed for the tables to match the entities: empty when they match. */
  schemaDrift(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the database at `url`: `sqlite:<path>` (`sqlite::memory:` for one that lives in memory) or
 * `postgresql://…`. Creates the folder of a SQLite file. Throws `DatabaseError`.
 */
export async function openDatabase({ url }: { url: string }): Promise<Database> {
  const orm = url.startsWith('sqlite:')
    ? await openSqlite(url.slice('sqlite:'.length))
    : await openPostgres(url);
  const dialect: Dialect = url.startsWith('sqlite:') ? 'sqlite' : 'postgresql';
  return {
    dialect,
    sql: DIALECTS[dialect],
    em: () => orm.em.fork() as SqlEntityManager,
    migrate: () => migrate(orm),
    schemaDrift: () => orm.schema.getUpdateSchemaSQL({ wrap: false }),
    close: async () => {
      const connection = orm.em.getConnection();
      if (connection instanceof SqliteConnection) await closeReaders(connection);
      await orm.close(true);
    },
  };
}

async function migrate(orm: SqliteOrm | PostgresOrm): Promise<void> {
  const connection = orm.em.getConnection();
  if (!(connection instanceof SqliteConnection)) {
    await orm.migrator.up();
    return;
  }
  // A migration may replace a table others point to; inside its transaction SQLite would not let go of them.
  await connection.execute('pragma foreign_keys = off');
  try {
    await orm.migrator.up();
  } finally {
    await connection.execute('pragma foreign_keys = on');
  }
}

const shared = {
  entities: Object.values(entities),
  extensions: [Migrator],
  migrations: {
    migrationsList: migrations,
    snapshot: false,
    tableName: MIGRATIONS_TABLE,
    silent: true,
  },
  schemaGenerator: { skipTables: [SEARCH_TABLE_NAMES], ignoreTriggers: true },
  debug: false,
};

async function openSqlite(path: string) {
  const dbName = path === ':memory:' ? path : resolve(path);
  if (path !== ':memory:') makePrivateFile(dbName);
  try {
    const orm = await SqliteOrm.init({ ...shared, dbName, onCreateConnection: beginImmediately });
    const connection = orm.em.getConnection();
    await connection.execute('pragma journal_mode = wal');
    // A commit that was answered must survive a power cut too: a link lost is a record doubled.
    await connection.execute('pragma synchronous = full');
    await connection.execute('pragma busy_timeout = 5000');
    // 16 MB: the inner pages of the indexes a run writes to stay in memory; more saved no time.
    await connection.execute('pragma cache_size = -16384');
    await openReaders(connection, dbName);
    return orm;
  } catch (cause) {
    throw new DatabaseError(
      'cannot_open',
      `Impossible d’ouvrir la base SQLite ${dbName} : ce n’est pas une base SQLite, ou vous n’avez pas le droit d’y écrire. Corrigez DATABASE_URL, ou les droits du fichier.`,
      { cause },
    );
  }
}

async function openPostgres(clientUrl: string) {
  const orm = await PostgresOrm.init({ ...shared, clientUrl, pool: { max: 10 }, ensureDatabase: false });
  try {
    // Migrating would make a database that is not there: a name misspelt must not become an empty CRM.
    await orm.em.getConnection().execute('select 1');
    return orm;
  } catch (cause) {
    await orm.close(true);
    if (codeOf(cause) !== UNKNOWN_DATABASE) throw cause;
    throw new DatabaseError(
      'cannot_open',
      'Le serveur PostgreSQL n’a pas de base du nom donné dans DATABASE_URL. Corrigez le nom, ou créez la base (createdb).',
      { cause },
    );
  }
}

/** PostgreSQL's `invalid_catalog_name` (its manual, appendix A). */
const UNKNOWN_DATABASE = '3D000';

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
