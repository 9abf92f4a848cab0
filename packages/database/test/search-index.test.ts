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
import { add, deal, inTransaction, NOW, WON, workOn } from './support/sample-deals.ts';

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase('sqlite');
  database = opened.database;
});
afterAll(() => opened.remove());

const words = fc
  .array(fc.constantFrom('Énergie', 'energ', 'Cœur', '100%', 'a_b', '"x"', 'é', 'Zoé', 'ab', '🦊'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const notes = fc.option(words);
const id = fc.integer({ min: 1, max: 12 });

/** What may happen between two searches; ids are those of the deals of the run, or of none. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), client: words, notes }),
  fc.record({ kind: fc.constant('change' as const), id, client: words, notes }),
  fc.record({ kind: fc.constant('change notes by hand' as const), id, notes }),
  fc.record({ kind: fc.constant('save under an id' as const), id, client: words, notes }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('index' as const) }),
  fc.record({ kind: fc.constant('clear' as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

test('search finds what the texts hold at every moment, however far the index is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), words, async (happenings, term) => {
      await deleteAllDeals(workOn(database));
      for (const event of happenings) {
        await apply(event);
        await expectRight(term);
        await expectRight(term.slice(0, 2));
      }
    }),
    { numRuns: 120 },
  );
});

async function apply(event: Happening): Promise<void> {
  const first = (
    await database.em().execute<{ first: number | null }[]>('select min(id) as first from deals')
  )[0]?.first;
  const base = (first ?? 1) - 1;
  if (event.kind === 'add') await add(database, deal({ client: event.client, notes: event.notes }));
  if (event.kind === 'change') {
    await updateDeal(workOn(database), base + event.id, { client: event.client, notes: event.notes });
  }
  if (event.kind === 'change notes by hand') {
    await database.em().execute('update deals set notes = ? where id = ?', [event.notes, base + event.id]);
  }
  if (event.kind === 'save under an id') {
    const row = { id: base + event.id, ...deal({ client: event.client, notes: event.notes }) };
    await inTransaction(database, (work) => saveDeals(work, [row]));
  }
  if (event.kind === 'remove') await deleteDeal(workOn(database), base + event.id);
  if (event.kind === 'index') await indexNextDeals(workOn(database));
  if (event.kind === 'clear') await deleteAllDeals(workOn(database));
}

async function expectRight(search: string): Promise<void> {
  const all = await listDeals(workOn(database), {}, { limit: 1000 });
  const wanted = all.filter((row) =>
    [row.client, row.notes ?? ''].some((text) => foldForSearch(text).includes(foldForSearch(search))),
  );
  const found = await listDeals(workOn(database), { search }, { limit: 1000 });
  expect(found).toEqual(wanted);
  const figures = await keyFigures(workOn(database), { search }, { wonStatuts: WON, now: NOW });
  expect(figures.count).toBe(wanted.length);
}

describe('the index', () => {
  test('is used: a search of an indexed table looks at no deal that does not match', async () => {
    await deleteAllDeals(workOn(database));
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
    await deleteAllDeals(workOn(database));
    const indexing = keepSearchIndexed(database, { restMs: 0, idleMs: 1 });
    await add(database, ...Array.from({ length: 450 }, (_, index) => deal({ client: `Suivi ${index}` })));
    await expect.poll(stored).toBe(450);
    await indexing.stop();
    await add(database, deal({ client: 'Trop tard' }));
    expect(await indexNextDeals(workOn(database))).toBe(1);
  });

  test('is emptied with the deals', async () => {
    expect(await deleteAllDeals(workOn(database))).toBe(451);
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
