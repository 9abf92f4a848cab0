import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assigneeFigures,
  coldFigures,
  type Database,
  deadlineFigures,
  filterOptions,
  keyFigures,
  sectorFigures,
  streamColdDeals,
  streamOverdue,
  streamUpcoming,
  velocityFigures,
} from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS, type TestDatabase } from './support/index.ts';
import { add, collectList, deal, LIST, NOW, SAMPLE, TODAY, WON, workOn } from './support/sample-deals.ts';

const won = { wonStatuts: WON };
const cold = { ...won, now: NOW };

describe.each(TEST_DIALECTS)('the figures of seven deals on %s', (dialect) => {
  let opened: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    database = opened.database;
    await add(database, ...SAMPLE);
  });
  afterAll(() => opened.remove());

  test('key figures are exact to the cent, and the day of the tenth inactive day is not cold yet', async () => {
    expect(await keyFigures(workOn(database), {}, cold)).toEqual({
      count: 7,
      total: 5305.74,
      weighted: 3204.1,
      mean: 757.96,
      wonCount: 2,
      won: { count: 2, meanDays: 6.25 },
      coldCount: 3,
    });
  });

  test('key figures of no deals are zero, without a mean duration', async () => {
    expect(await keyFigures(workOn(database), { statuts: ['perdu'] }, cold)).toEqual({
      count: 0,
      total: 0,
      weighted: 0,
      mean: 0,
      wonCount: 0,
      won: { count: 0, meanDays: null },
      coldCount: 0,
    });
  });

  test('sectors come by total, and halves of a cent of a mean are rounded up', async () => {
    expect(await sectorFigures(workOn(database), {})).toEqual([
      { secteur: 'Santé', count: 3, total: 3000.4, weighted: 2100.28, mean: 1000.13 },
      { secteur: 'Industrie', count: 2, total: 300.35, weighted: 300.32, mean: 150.18 },
    ]);
  });

  test('assignees come by weighted value, and deals without one, empty or null, are one group', async () => {
    expect(await assigneeFigures(workOn(database), {}, won)).toEqual([
      { assignee: 'Claire', count: 3, total: 4000.29, weighted: 2200.21, mean: 1333.43, wonCount: 1 },
      { assignee: 'Zoé', count: 2, total: 1005.1, weighted: 703.57, mean: 502.55, wonCount: 0 },
      { assignee: 'Non assigné', count: 2, total: 300.35, weighted: 300.32, mean: 150.18, wonCount: 1 },
    ]);
  });

  test('velocity is the mean of days from creation to last change of won deals', async () => {
    expect(await velocityFigures(workOn(database), {}, won)).toEqual({
      overall: { count: 2, meanDays: 6.25 },
      bySector: [
        { secteur: 'Industrie', count: 1, meanDays: 2 },
        { secteur: 'Santé', count: 1, meanDays: 10.5 },
      ],
      byAssignee: [
        { assignee: 'Claire', count: 1, meanDays: 10.5 },
        { assignee: 'Non assigné', count: 1, meanDays: 2 },
      ],
    });
  });

  test('deadlines are past from the day after, and upcoming from today to the thirtieth day', async () => {
    const today = { today: TODAY };
    expect(await deadlineFigures(workOn(database), {}, today)).toEqual({
      overdueCount: 2,
      upcomingCount: 2,
      upcomingTotal: 1305.3,
    });
    const shown = (rows: readonly { client: string; days: number }[]) =>
      rows.map(({ client, days }) => [client, days]);
    expect(shown(await collectList(streamOverdue(workOn(database), {}, { ...today, list: LIST })))).toEqual([
      ['Aubépine SA', 2],
      ['Île Verte', 1],
    ]);
    expect(shown(await collectList(streamUpcoming(workOn(database), {}, { ...today, list: LIST })))).toEqual([
      ['Hôtel du Nord', 0],
      ['Forge Martin', 30],
    ]);
  });

  test('cold deals come the longest untouched first, whatever the form of their timestamps', async () => {
    expect(await coldFigures(workOn(database), {}, cold)).toMatchObject({ count: 3, total: 1000.14 });
    const rows = await collectList(streamColdDeals(workOn(database), {}, { ...cold, list: LIST }));
    expect(rows.map(({ id, days }) => [id, days])).toEqual([
      [7, 325],
      [6, 321],
      [4, 10],
    ]);
  });

  test('every figure follows the filter', async () => {
    const filter = { assignees: ['Zoé'], search: 'ENERGIE' };
    expect(await keyFigures(workOn(database), filter, cold)).toMatchObject({ count: 1, total: 1005 });
    expect(await sectorFigures(workOn(database), filter)).toEqual([]);
    expect(await assigneeFigures(workOn(database), filter, won)).toMatchObject([{ count: 1 }]);
    expect(await velocityFigures(workOn(database), filter, won)).toMatchObject({ overall: { count: 0 } });
    expect(await deadlineFigures(workOn(database), filter, { today: TODAY })).toMatchObject({
      overdueCount: 0,
      upcomingCount: 1,
    });
    expect(await collectList(streamOverdue(workOn(database), filter, { today: TODAY, list: LIST }))).toEqual(
      [],
    );
    expect(await coldFigures(workOn(database), filter, cold)).toMatchObject({ count: 0 });
  });

  test('filters can choose from what is there, in the order of a French dictionary', async () => {
    expect(await filterOptions(workOn(database))).toEqual({
      statuts: ['gagné', 'gagné - en cours', 'négociation', 'prospect', 'qualifié'],
      secteurs: ['Industrie', 'Santé'],
      assignees: ['Claire', 'Zoé'],
    });
  });
});

describe.each(TEST_DIALECTS)('timestamps nobody can read on %s', (dialect) => {
  test('are left out of durations and cold deals, and break nothing', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    const texts = ['', 'hier', '05/01/2026', '2026-13-45 99:99:99', '2026-02-30 00:00:00', '2026-02-01'];
    const readable = '2026-02-28T00:00:00Z';
    await add(
      database,
      ...texts.map((text) => deal({ statut: 'gagné', created_at: readable, updated_at: text })),
    );
    await add(database, ...texts.map((text) => deal({ updated_at: text })));
    const figures = await keyFigures(workOn(database), {}, cold);
    // 30 February is 2 March, two days later; a day alone is its midnight, 27 days before.
    expect(figures).toMatchObject({ wonCount: 6, won: { count: 2, meanDays: (2 - 27) / 2 } });
    const rows = await collectList(streamColdDeals(workOn(database), {}, { ...cold, list: LIST }));
    expect(rows.map(({ id, days }) => [id, days])).toEqual([
      [12, 294],
      [11, 265],
    ]);
    expect(figures.coldCount).toBe(2);
    await remove();
  });
});
