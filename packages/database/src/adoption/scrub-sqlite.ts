import type BetterSqlite from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';

/**
 * Does what replaces a secret so that nothing of it is left: the file is written anew without what was ever removed
 * from it, then the secret's place is overwritten. Throws `DatabaseError` `database_busy`.
 */
export async function withoutTrace(
  database: BetterSqlite.Database,
  replace: () => Promise<void>,
): Promise<void> {
  database.pragma('secure_delete = on');
  try {
    database.exec('vacuum');
  } catch (cause) {
    throw new DatabaseError(
      'database_busy',
      `La base ${database.name} ne peut pas être reprise : fermez les autres programmes qui l’utilisent, vérifiez l’espace disque, puis relancez.`,
      { cause },
    );
  }
  truncateWal(database);
  await replace();
  truncateWal(database);
  database.pragma('secure_delete = off');
}

/** Moves what the write-ahead log holds into the file and empties it. */
export function truncateWal(database: BetterSqlite.Database): void {
  database.pragma('wal_checkpoint(truncate)');
}
