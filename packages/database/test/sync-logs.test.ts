import { describe, expect, test } from 'vitest';
import { listSyncLogs, SyncLog } from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';
import { workOn } from './support/sample-deals.ts';

/** Starts of runs from the last to the first, in every form; runs 8 and 7 began at the same instant. */
const STARTS = [
  [9, '2026-11-22T10:00:00.001Z'],
  [2, '2026-11-22 10:00:00.000900'],
  [8, '2026-11-22T10:00:00.000Z'],
  [7, '2026-11-22T10:00:00.000Z'],
  [4, '2026-11-22 09:59:59.999999'],
  [6, '2026-11-22T09:59:59Z'],
  [1, '2026-11-22 01:00:00'],
  [5, '2026-11-21T23:00:00.000Z'],
  [3, '2026-11-21 22:00:00'],
] as const;

describe.each(TEST_DIALECTS)('the history on %s', (dialect) => {
  test('is newest first whatever the form of its timestamps, page after page, for one provider or all', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    for (const [id, started_at] of STARTS) {
      const provider = id % 2 ? 'airtable' : 'notion';
      await database
        .em()
        .insert(SyncLog, { id, provider, direction: 'import', status: 'success', started_at });
    }
    const list = async (page: Parameters<typeof listSyncLogs>[1]) =>
      (await listSyncLogs(workOn(database), page)).map(({ id }) => id);
    const all = STARTS.map(([id]) => id);
    expect(await list({ limit: 50 })).toEqual(all);
    expect(await list({ limit: 4 })).toEqual(all.slice(0, 4));
    expect(await list({ limit: 50, after: 7 })).toEqual(all.slice(4));
    expect(await list({ limit: 2, after: 7, provider: 'airtable' })).toEqual([1, 5]);
    expect(await list({ limit: 50, provider: 'notion' })).toEqual([2, 8, 4, 6]);
    expect(await list({ limit: 50, after: 99 })).toEqual([]);
    await remove();
  });
});
