import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Deal } from '../src/index.ts';
import { openTestDatabase } from './support/index.ts';

const RENAME = "update deals set client = 'Autre'";

test('a transaction on SQLite that reads before it writes keeps another process from writing in between', async () => {
  const { database, directory, remove } = await openTestDatabase('sqlite');
  const now = '2026-11-01T08:00:00.000Z';
  await database.em().insert(Deal, {
    client: 'Aulne',
    statut: 'prospect',
    montant_brut: 1,
    probabilite: 0.1,
    valeur_ponderee: 0.1,
    created_at: now,
    updated_at: now,
  });
  // Without patience, what would wait for its turn says so at once.
  const other = new BetterSqlite(join(directory, 'test.db'), { timeout: 0 });
  try {
    await database.em().transactional(async (em) => {
      const [deal] = await em.find(Deal, {});
      expect(() => other.exec(RENAME)).toThrow(/locked/);
      await em.nativeUpdate(Deal, { id: deal?.id ?? 0 }, { notes: 'lu, puis écrit' });
    });
    other.exec(RENAME);
    expect(await database.em().find(Deal, {})).toMatchObject([{ client: 'Autre', notes: 'lu, puis écrit' }]);
  } finally {
    other.close();
    await remove();
  }
});
