import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, type DealFilter, indexAllDeals, listDeals, streamDeals } from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS, type TestDatabase } from './support/index.ts';
import { add, collect, deal, SAMPLE, workOn } from './support/sample-deals.ts';

/** Filter and the ids of the sample's deals that it leaves. */
const FILTERS: readonly (readonly [string, DealFilter, readonly number[]])[] = [
  ['nothing', {}, [1, 2, 3, 4, 5, 6, 7]],
  ['empty lists and texts', { statuts: [], secteurs: [], assignees: [], search: '' }, [1, 2, 3, 4, 5, 6, 7]],
  ['one statut', { statuts: ['gagné'] }, [2]],
  ['several statuts', { statuts: ['gagné', 'qualifié'] }, [2, 4]],
  ['a sector', { secteurs: ['Santé'] }, [1, 2, 7]],
  ['an assignee', { assignees: ['Zoé'] }, [5, 7]],
  ['the day a deal is due, both ends included', { dateFrom: '2026-11-20', dateTo: '2026-11-20' }, [1]],
  ['days to', { dateTo: '2026-11-21' }, [1, 6]],
  ['days to the end of time', { dateFrom: '2026-12-01', dateTo: '9999-12-31' }, [3, 4]],
  ['everything at once', { statuts: ['prospect'], secteurs: ['Santé'], search: 'SA' }, [1]],
  ['a quote, as text', { secteurs: ["'; drop table deals; --"] }, []],
  ['search without accents', { search: 'energie' }, [5]],
  ['search in capitals with accents', { search: 'ÉNERGIE' }, [5]],
  ['search of a ligature by its letters', { search: 'coeur' }, [2]],
  ['search by the ligature', { search: 'CŒUR' }, [2]],
  ['search in notes', { search: 'noel' }, [1]],
  ['search of one letter', { search: 'j' }, [7]],
  ['search of two letters', { search: 'du' }, [5]],
  ['search over the end of client into notes', { search: 'SA Rappeler' }, []],
  ['a per cent sign, as text', { search: '0%' }, [3]],
  ['a lone per cent sign, as text', { search: '%' }, [3]],
  ['an underscore, as text', { search: 'o_s' }, []],
  ['an underscore that is there', { search: 'sous_tr' }, [3]],
  ['quotes and operators, as text', { search: '"vert" OR *' }, []],
  ['nothing but an accent', { search: '\u0301' }, [1, 2, 3, 4, 5, 6, 7]],
];

describe.each(TEST_DIALECTS)('on %s, deals are narrowed by', (dialect) => {
  let opened: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    database = opened.database;
    await add(database, ...SAMPLE);
  });
  afterAll(() => opened.remove());

  async function expectAll(): Promise<void> {
    for (const [name, filter, ids] of FILTERS) {
      const rows = await collect(streamDeals(workOn(database), filter));
      expect([name, rows.map(({ id }) => id)]).toEqual([name, ids]);
    }
  }

  test('every filter, before anything is indexed', expectAll);

  test('every filter, once all is indexed', async () => {
    await indexAllDeals(workOn(database));
    await expectAll();
  });

  test('an adopted date with a time of day belongs to its day', async () => {
    await add(database, deal({ client: 'Daté', date_echeance: '2027-01-31 00:00:00' }));
    const filter = { dateFrom: '2027-01-31', dateTo: '2027-01-31' };
    expect(await listDeals(workOn(database), filter, { limit: 10 })).toMatchObject([{ client: 'Daté' }]);
  });

  test('NUL, lone surrogates and 100,000 characters are searched like any text', async () => {
    for (const search of ['a\0b', '\ud800', 'é'.repeat(100_000), '🦊']) {
      expect(await listDeals(workOn(database), { search }, { limit: 1 })).toEqual([]);
    }
  });
});
