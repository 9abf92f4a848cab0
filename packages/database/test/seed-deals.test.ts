import { describe, expect, test } from 'vitest';
import { listDeals, seedDeals } from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';
import { PROBABILITES, TODAY, workOn } from './support/sample-deals.ts';

const options = { seed: 7, today: TODAY, probabilites: PROBABILITES };

async function seeded(dialect: (typeof TEST_DIALECTS)[number], count: number, seed = options.seed) {
  const { database, remove } = await openTestDatabase(dialect);
  await seedDeals(workOn(database), { ...options, seed, count });
  const rows = await listDeals(workOn(database), {}, { limit: count + 1 });
  await remove();
  return rows;
}

describe('invented deals', () => {
  test('are the same for the same seed on both databases, and others for another', async () => {
    const [first, ...others] = await Promise.all(TEST_DIALECTS.map((dialect) => seeded(dialect, 300)));
    expect(first).toHaveLength(300);
    for (const other of others) expect(other).toEqual(first);
    expect(await seeded('sqlite', 300, 8)).not.toEqual(first);
    expect((await seeded('sqlite', 10)).map(({ client }) => client)).toEqual(
      first?.slice(0, 10).map(({ client }) => client),
    );
  });

  test('are deals a CRM could hold: figures that follow from the statut, days that exist, gaps here and there', async () => {
    const rows = await seeded('sqlite', 12_000);
    expect(new Set(rows.map(({ statut }) => statut))).toEqual(new Set(Object.keys(PROBABILITES)));
    for (const row of rows) {
      expect(row.probabilite).toBe(PROBABILITES[row.statut as keyof typeof PROBABILITES]);
      expect(Number.isInteger(Math.round(row.montant_brut * 1e6) / 1e4)).toBe(true);
      expect(Math.abs(row.valeur_ponderee - row.montant_brut * row.probabilite)).toBeLessThanOrEqual(0.00501);
      expect(row.created_at < row.updated_at).toBe(true);
      expect(row.updated_at.slice(0, 10) < TODAY).toBe(true);
      if (row.date_echeance) expect(new Date(row.date_echeance).toISOString()).toMatch(row.date_echeance);
    }
    for (const field of ['secteur', 'assignee', 'date_echeance', 'notes'] as const) {
      const empty = rows.filter((row) => row[field] === null).length / rows.length;
      expect(empty).toBeGreaterThan(0.05);
      expect(empty).toBeLessThan(0.5);
    }
  });
});
