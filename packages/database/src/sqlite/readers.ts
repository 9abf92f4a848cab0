import { SqliteConnection } from '@mikro-orm/sqlite';
import type BetterSqlite from 'better-sqlite3';
import type { Work } from '../queries/work.ts';
import { openReader } from './open-reader.ts';
import { ReadingThread } from './reading-thread.ts';
import { teachFunctions } from './search-functions.ts';

/** What reads a SQLite file beside the ORM. */
interface Readers {
  readonly connection: BetterSqlite.Database;
  readonly thread: ReadingThread;
}

const READERS = new WeakMap<SqliteConnection, Readers>();

/**
 * Opens a second connection for reads, here and in a thread. The ORM has one connection and whoever holds a transaction
 * on it makes everyone else wait; beside it, in WAL mode, reads go on and see what was committed last.
 */
export async function openReaders(orm: SqliteConnection, path: string): Promise<void> {
  teachFunctions(await orm.getNativeClient());
  // A database in memory belongs to its one connection.
  if (path === ':memory:') return;
  const connection = openReader(path);
  READERS.set(orm, { connection, thread: new ReadingThread(path) });
}

/** Closes them; nothing happens where there are none. */
export async function closeReaders(orm: SqliteConnection): Promise<void> {
  const readers = READERS.get(orm);
  READERS.delete(orm);
  readers?.connection.close();
  await readers?.thread.close();
}

/**
 * Where to read a SQLite database: inside a transaction on its own connection, which sees what it wrote; `null` when
 * the ORM itself has to be asked, as nobody else could keep others off its connection.
 */
export async function readersOf({ em }: Pick<Work, 'em'>): Promise<Partial<Readers> | null> {
  const orm = em.getConnection();
  if (!(orm instanceof SqliteConnection)) return null;
  return em.isInTransaction() ? { connection: await orm.getNativeClient() } : (READERS.get(orm) ?? null);
}
