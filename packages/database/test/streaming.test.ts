import { describe, expect, test } from 'vitest';
import { deleteDeal, insertDeals, listDeals, saveDeals, streamDeals } from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';
import { add, BY, collect, deal, inTransaction, workOn } from './support/sample-deals.ts';

describe.each(TEST_DIALECTS)('reading deals on %s', (dialect) => {
  test('gives every deal once, in batches, while others come and go', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(database, ...Array.from({ length: 25 }, (_, index) => deal({ client: `N° ${index + 1}` })));
    const seen: number[][] = [];
    for await (const batch of streamDeals(workOn(database), {}, { batch: 10 })) {
      seen.push(batch.map(({ id }) => id));
      await add(database, deal({ client: 'Nouveau' }));
      await deleteDeal(workOn(database), 25, BY);
    }
    expect(seen).toEqual([ids(1, 10), ids(11, 20), ids(21, 24)]);
    await remove();
  });

  test('crosses gaps between ids however wide they are', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    const far = [3, 4, 1_000_000_000, 2_000_000_000].map((id) => ({ id, ...deal({ secteur: 'BTP' }) }));
    await inTransaction(database, (work) => saveDeals(work, far));
    const started = performance.now();
    for (const filter of [{}, { secteurs: ['BTP'] }, { search: 'morel' }]) {
      const rows = await collect(streamDeals(workOn(database), filter));
      expect(rows.map(({ id }) => id)).toEqual([3, 4, 1_000_000_000, 2_000_000_000]);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
    await remove();
  });

  test('gives pages that go on where the last one ended', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(
      database,
      ...Array.from({ length: 9 }, (_, i) => deal({ statut: i % 2 ? 'gagné' : 'prospect' })),
    );
    const page = async (after: number | undefined, limit: number) => {
      const rows = await listDeals(workOn(database), { statuts: ['prospect'] }, { after, limit });
      return rows.map(({ id }) => id);
    };
    expect(await page(undefined, 2)).toEqual([1, 3]);
    expect(await page(3, 2)).toEqual([5, 7]);
    expect(await page(7, 2)).toEqual([9]);
    expect(await page(9, 2)).toEqual([]);
    expect(await page(undefined, 5)).toEqual([1, 3, 5, 7, 9]);
    await remove();
  });

  test('does not wait for a long transaction, and sees nothing of it before it is committed', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(database, deal({ client: 'Avant' }));
    await inTransaction(database, async (work) => {
      await insertDeals(work, [deal({ client: 'Pendant' })]);
      const outside = await listDeals(workOn(database), {}, { limit: 10 });
      expect(outside.map(({ client }) => client)).toEqual(['Avant']);
      const inside = await listDeals(work, { search: 'e' }, { limit: 10 });
      expect(inside.map(({ client }) => client)).toEqual(['Pendant']);
    });
    expect(await listDeals(workOn(database), {}, { limit: 10 })).toHaveLength(2);
    await remove();
  });
});

function ids(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
