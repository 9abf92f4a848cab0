import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from '../../src/index.ts';
import { type Database, openDatabase } from '../../src/index.ts';
import { postgresServer } from './postgres-server.ts';

/** Both databases: suites run once on each. */
export const TEST_DIALECTS: readonly Dialect[] = ['sqlite', 'postgresql'];

/** A database of its own for one test, migrated, and gone afterwards. */
export interface TestDatabase {
  readonly database: Database;
  /** To open it a second time, as a restarted process would. */
  readonly url: string;
  /** The folder that holds everything of it on disk (SQLite only: the file, its WAL). */
  readonly directory: string;
  remove(): Promise<void>;
}

/** Makes a fresh, migrated database of the dialect. */
export async function openTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const url = dialect === 'sqlite' ? `sqlite:${join(directory, 'test.db')}` : await freshPostgresUrl();
  const database = await openDatabase({ url });
  await database.migrate();
  return {
    database,
    url,
    directory,
    remove: async () => {
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function freshPostgresUrl(): Promise<string> {
  const server = await postgresServer();
  return server.createDatabase(`test_${randomUUID().replaceAll('-', '')}`);
}
