import { type Database, openDatabase, seedDeals, type Work } from '../src/index.ts';

/** The statuts of the CRM and the chance of winning each stands for. */
const PROBABILITES = {
  prospect: 0.1,
  qualifié: 0.3,
  négociation: 0.7,
  gagné: 1,
  'gagné - en cours': 1,
};
export const WON = ['gagné', 'gagné - en cours'];
export const TODAY = '2026-11-22';
export const NOW = new Date(`${TODAY}T12:00:00Z`);

/** Makes a SQLite file with `count` deals; answers its path. */
export async function seedFile(path: string, count: number): Promise<string> {
  const started = performance.now();
  await withDatabase(path, (database) =>
    seedDeals(workOn(database), { count, seed: 1, today: TODAY, probabilites: PROBABILITES }),
  );
  console.log(`seed ${count} deals: ${seconds(performance.now() - started)}`);
  return path;
}

/** Opens a SQLite file, migrated, for the time of `use`. */
export async function withDatabase<T>(path: string, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: `sqlite:${path}` });
  try {
    await database.migrate();
    return await use(database);
  } finally {
    await database.close();
  }
}

/** A piece of work outside any transaction. */
export function workOn(database: Database): Work {
  return { em: database.em(), sql: database.sql };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
