import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Database,
  deleteAllDeals,
  deleteDeal,
  indexAllDeals,
  indexNextDeals,
  keepSearchIndexed,
  keyFigures,
  listDeals,
  saveDeals,
  updateDeal,
} from '../src/index.ts';
import { foldForSearch } from '../src/search/fold-for-search.ts';
import { openTestDatabase, type TestDatabase } from './support/index.ts';
import { add, BY, deal, inTransaction, NOW, WON, workOn } from './support/sample-deals.ts';

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase('sqlite');
  database = opened.database;
});
afterAll(() => opened.remove());

const PARTS = ['Énergie', 'Cœur', '100%', 'a_b', '"x"', 'Zoé', '🦊'];
const words = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join(' '));
const notes = fc.option(words);
/** Which of the deals of the run, in the order they came; the first ones are there from its start. */
const nth = fc.integer({ min: 1, max: 5 });
const TERMS = ['energ', 'coeur', 'r 1', '100%', 'a_b', '"x"', 'ZOÉ', '🦊', 'é', 'e c'];

/** What may happen between two searches. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('index' as const) }),
  fc.record({ kind: fc.constant('add' as const), client: words, notes }),
  fc.record({ kind: fc.constant('change' as const), nth, client: words, notes }),
  fc.record({ kind: fc.constant('change notes by hand' as const), nth, notes }),
  fc.record({ kind: fc.constant('save under an id' as const), nth, client: words, notes }),
  fc.record({ kind: fc.constant('remove' as const), nth }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

test('search finds what the texts hold at every moment, however far the index is', async () => {
  const start = fc.array(words, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(start, fc.array(happening, { maxLength: 12 }), async (clients, happenings) => {
      await deleteAllDeals(workOn(database), BY);
      await add(database, ...clients.map((client) => deal({ client })));
      await indexAllDeals(workOn(database));
      const [first] = await listDeals(workOn(database), {}, { limit: 1 });
      for (const event of happenings) {
        await apply(event, (first?.id ?? 0) - 1);
        for (const term of TERMS) await expectRight(term);
      }
    }),
    { numRuns: 100 },
  );
});

async function apply(event: Happening, before: number): Promise<void> {
  if (event.kind === 'index') await indexNextDeals(workOn(database));
  if (event.kind === 'add') await add(database, deal({ client: event.client, notes: event.notes }));
  if (event.kind === 'change') {
    await updateDeal(workOn(database), before + event.nth, { client: event.client, notes: event.notes });
  }
  if (event.kind === 'change notes by hand') {
    await database.em().execute('update deals set notes = ? where id = ?', [event.notes, before + event.nth]);
  }
  if (event.kind === 'save under an id') {
    const row = { id: before + event.nth, ...deal({ client: event.client, notes: event.notes }) };
    await inTransaction(database, (work) => saveDeals(work, [row]));
  }
  if (event.kind === 'remove') await deleteDeal(workOn(database), before + event.nth, BY);
}

async function expectRight(search: string): Promise<void> {
  const all = await listDeals(workOn(database), {}, { limit: 1000 });
  const wanted = all.filter((row) =>
    [row.client, row.notes ?? ''].some((text) => foldForSearch(text).includes(foldForSearch(search))),
  );
  const found = await listDeals(workOn(database), { search }, { limit: 1000 });
  expect([search, found]).toEqual([search, wanted]);
  const figures = await keyFigures(workOn(database), { search }, { wonStatuts: WON, now: NOW });
  expect(figures.count).toBe(wanted.length);
}

describe('the index', () => {
  test('is used: a search of an indexed table looks at no deal that does not match', async () => {
    await deleteAllDeals(workOn(database), BY);
    await add(database, ...Array.from({ length: 500 }, (_, index) => deal({ client: `Client ${index}` })));
    await indexAllDeals(workOn(database));
    expect(await indexNextDeals(workOn(database))).toBe(0);
    // A deal whose text the index does not know, because it was put there behind its back, is not found.
    await database
      .em()
      .execute('update deal_texts set client = ? where deal_id in (select min(id) from deals)', ['autre']);
    expect(await listDeals(workOn(database), { search: 'Client 0' }, { limit: 5 })).toEqual([]);
  });

  test('follows the deals in the background until it is stopped', async () => {
    await deleteAllDeals(workOn(database), BY);
    const indexing = keepSearchIndexed(database, { restMs: 1, idleMs: 5 });
    await add(database, ...Array.from({ length: 450 }, (_, index) => deal({ client: `Suivi ${index}` })));
    await expect.poll(stored).toBe(450);
    await indexing.stop();
    await add(database, deal({ client: 'Trop tard' }));
    expect(await indexNextDeals(workOn(database))).toBe(1);
  });

  test('takes in at its start what another program inserted before the deals it knows', async () => {
    await deleteAllDeals(workOn(database), BY);
    await add(database, deal({ client: 'Un' }), deal({ client: 'Effacé' }), deal({ client: 'Deux' }));
    const [, second] = await listDeals(workOn(database), {}, { limit: 3 });
    await database.em().execute('delete from deals where id = ?', [second?.id]);
    await indexAllDeals(workOn(database));
    await database.em().execute(
      `insert into deals (id, client, statut, montant_brut, probabilite, valeur_ponderee, created_at, updated_at)
       values (?, 'Intrus', 'prospect', 1, 0.1, 0.1, '2026', '2026')`,
      [second?.id],
    );
    const indexing = keepSearchIndexed(database, { restMs: 1, idleMs: 5 });
    await expect.poll(stored).toBe(3);
    await indexing.stop();
    expect(await listDeals(workOn(database), { search: 'intrus' }, { limit: 3 })).toHaveLength(1);
  });

  test('is emptied with the deals', async () => {
    await deleteAllDeals(workOn(database), BY);
    await add(database, deal({ client: 'Suivi' }), deal({ client: 'Suivi aussi' }));
    await indexAllDeals(workOn(database));
    expect(await deleteAllDeals(workOn(database), BY)).toBe(2);
    expect(await stored()).toBe(0);
    const rows = await database
      .em()
      .execute('select 1 from deal_search where deal_search match ?', ['"sui"']);
    expect(rows).toEqual([]);
  });
});

async function stored(): Promise<number> {
  const [row] = await database.em().execute<{ n: number }[]>('select count(*) as n from deal_texts');
  return row?.n ?? -1;
}
