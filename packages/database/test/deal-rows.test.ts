import { describe, expect, test } from 'vitest';
import {
  DealLink,
  deleteAllDeals,
  deleteDeal,
  findDeal,
  insertDeal,
  insertDeals,
  listDeals,
  reserveDealIds,
  saveDeals,
  scopeOf,
  updateDeal,
} from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';
import { add, BY, deal, inTransaction, SAMPLE, workOn } from './support/sample-deals.ts';

describe.each(TEST_DIALECTS)('deals on %s', (dialect) => {
  test('are added, read, changed in part and removed one by one', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    const work = () => workOn(database);
    const values = deal({ client: 'Éts Côté', notes: "l'avis « final »\n100 %", montant_brut: 8500.55 });
    const added = await insertDeal(work(), values);
    expect(added).toEqual({ id: 1, ...values });
    expect(await findDeal(work(), 1)).toEqual(added);
    const changes = { montant_brut: 9000.1, notes: null, updated_at: '2026-11-22T10:00:00.000Z' };
    expect(await updateDeal(work(), 1, changes)).toEqual({ ...added, ...changes });
    expect(await findDeal(work(), 1)).toEqual({ ...added, ...changes });
    expect(await deleteDeal(work(), 1, BY)).toBe(true);
    expect(await deleteDeal(work(), 1, BY)).toBe(false);
    expect(await findDeal(work(), 1)).toBeNull();
    expect(await updateDeal(work(), 1, changes)).toBeNull();
    expect(await insertDeal(work(), values)).toMatchObject({ id: 2 });
    await remove();
  });

  test('come in bulk, in their order, all or none', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(database, ...SAMPLE);
    const interrupted = inTransaction(database, async (work) => {
      await insertDeals(work, SAMPLE);
      throw new Error('courant coupé');
    });
    await expect(interrupted).rejects.toThrow('courant coupé');
    expect(await listDeals(workOn(database), {}, { limit: 100 })).toEqual(
      SAMPLE.map((row, index) => ({ id: index + 1, ...row })),
    );
    await remove();
  });

  test('are saved by id: new ones inserted, those that are there overwritten', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(database, deal({ client: 'Un' }), deal({ client: 'Deux' }), deal({ client: 'Trois' }));
    await deleteDeal(workOn(database), 2, BY);
    await inTransaction(database, async (work) => {
      const [fresh = 0] = await reserveDealIds(work, 1);
      const named = { 1: 'Un bis', 2: 'Deux revient', [fresh]: 'Quatre' };
      await saveDeals(
        work,
        Object.entries(named).map(([id, client]) => ({ id: Number(id), ...deal({ client }) })),
      );
    });
    const rows = await listDeals(workOn(database), {}, { limit: 10 });
    expect(rows.map(({ id, client }) => [id, client])).toEqual([
      [1, 'Un bis'],
      [2, 'Deux revient'],
      [3, 'Trois'],
      [4, 'Quatre'],
    ]);
    await remove();
  });

  test('are all removed, their links with them, and their ids never given again', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await add(database, ...SAMPLE);
    await inTransaction(database, async (work) => {
      const scope = await scopeOf(work, { provider: 'memory', baseId: 'b', tableId: 't' });
      const link = { remote_table_id: scope.id, external_id: 'rec1', local_base: '{}', updated_at: 'now' };
      await work.em.insert(DealLink, { ...link, deal: 1 });
    });
    expect(await deleteAllDeals(workOn(database), BY)).toBe(SAMPLE.length);
    expect(await database.em().count(DealLink)).toBe(0);
    expect(await deleteAllDeals(workOn(database), BY)).toBe(0);
    expect(await insertDeal(workOn(database), deal({}))).toMatchObject({ id: SAMPLE.length + 1 });
    await remove();
  });
});
