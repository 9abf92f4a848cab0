import { describe, expect, test } from 'vitest';
import { Deal, openDatabase } from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';

describe.each(TEST_DIALECTS)('a database on %s', (dialect) => {
  test('has exactly the tables its entities describe', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    expect(await database.schemaDrift()).toBe('');
    await remove();
  });

  test('keeps everything when it is opened and migrated again', async () => {
    const { database, url, remove } = await openTestDatabase(dialect);
    const now = '2026-11-22T10:00:00.000Z';
    await database.em().insert(Deal, {
      client: 'Aubépine SA',
      statut: 'prospect',
      montant_brut: 1500.5,
      probabilite: 0.1,
      valeur_ponderee: 150.05,
      created_at: now,
      updated_at: now,
    });
    const again = await openDatabase({ url });
    await again.migrate();
    expect(await again.em().find(Deal, {})).toMatchObject([{ client: 'Aubépine SA', montant_brut: 1500.5 }]);
    await again.close();
    await remove();
  });
});

test('a PostgreSQL database that is not there is an error with a remedy, and is not made', async () => {
  const { url, remove } = await openTestDatabase('postgresql');
  const misspelt = url.replace(/\w+$/, 'passerele');
  for (const _ of [1, 2]) {
    await expect(openDatabase({ url: misspelt })).rejects.toMatchObject({
      code: 'cannot_open',
      message: expect.stringMatching(/n’a pas de base du nom donné.*Corrigez le nom/),
    });
  }
  await remove();
});
