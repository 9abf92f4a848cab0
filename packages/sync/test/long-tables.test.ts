import { RateLimiterPool } from '@passerelle/connector';
import { notion } from '@passerelle/connector-notion';
import { Deal, SyncRun } from '@passerelle/database';
import { openTestDatabase } from '@passerelle/database/testing';
import { startNotionEmulator } from '@passerelle/emulators';
import { describe, expect, test } from 'vitest';
import { SyncEngine } from '../src/index.ts';

const TOKEN = 'ntn_long0tables0token';
const DATABASE_ID = '0d000000-0000-4000-8000-00000000000d';
const TABLE_ID = '7a000000-0000-4000-8000-00000000007a';

/** `count` rows, `perMinute` of them created in each minute. */
function* rows(count: number, perMinute: number) {
  for (let index = 0; index < count; index += 1) {
    const at = Date.UTC(2026, 0, 1, 9, Math.floor(index / perMinute));
    yield {
      Name: `Client ${index}`,
      Amount: 1_000 + (index % 500),
      $createdTime: new Date(at).toISOString(),
    };
  }
}

/** An engine on a fresh database, and a vendor whose queries end at 10,000 rows as the real one's do. */
async function start() {
  const emulator = await startNotionEmulator({
    tokens: { [TOKEN]: {} },
    limits: 'off',
    databases: [
      {
        id: DATABASE_ID,
        title: 'Deals',
        dataSources: [{ id: TABLE_ID, properties: { Name: 'title', Amount: 'number' } }],
      },
    ],
  });
  const { database, remove } = await openTestDatabase('sqlite');
  const engine = new SyncEngine({
    database,
    retry: { attempts: 2, firstDelayMs: 1, maxDelayMs: 2 },
  });
  const connector = notion.connect({
    apiUrl: emulator.url,
    token: TOKEN,
    baseId: DATABASE_ID,
    tableName: null,
    fetch: globalThis.fetch,
    limiters: new RateLimiterPool({ enforced: false }),
  });
  return {
    table: emulator.state.dataSource(TABLE_ID),
    database,
    import: () =>
      engine.run({ provider: 'notion', direction: 'import', connector, mapping: null, full: true }),
    count: () => database.em().count(Deal),
    async [Symbol.asyncDispose]() {
      await remove();
      await emulator.close();
    },
  };
}

describe('a table longer than the vendor lists in one query', () => {
  test.each([
    ['one row more', 10_001, 70, 2],
    ['two and a half times', 25_000, 100, 3],
  ])(
    '%s is imported whole, each row once, and proven so',
    async (_name, count, perMinute, windows) => {
      await using run = await start();
      run.table.addRows(rows(count, perMinute));
      const result = await run.import();
      expect(result).toMatchObject({ status: 'success', processed: count, created: count, failed: 0 });
      expect(await run.count()).toBe(count);
      const last = await run.database.em().findOneOrFail(Deal, { client: `Client ${count - 1}` });
      expect(last.montant_brut).toBe(1_000 + ((count - 1) % 500));
      const { certificate } = await run.database.em().findOneOrFail(SyncRun, { id: result.runId });
      expect(JSON.parse(certificate ?? '{}')).toMatchObject({ complete: true, windows });
    },
    180_000,
  );

  test('10,001 rows of one minute are refused with the minute named, and nothing is deleted or changed', async () => {
    await using run = await start();
    run.table.addRows(rows(50, 1));
    await run.import();
    const before = await run.database.em().find(Deal, {}, { orderBy: { id: 'asc' } });
    run.table.patchRow(run.table.rows[0]?.id ?? '', { Amount: 5 });
    run.table.deleteRows(run.table.rows[1]?.id ?? '');
    const burst = Array.from({ length: 10_001 }, (_, index) => ({
      Name: `Rafale ${index}`,
      Amount: 1,
      $createdTime: '2026-02-01T08:15:00.000Z',
    }));
    run.table.addRows(burst);
    await expect(run.import()).rejects.toMatchObject({
      code: 'run_failed',
      message: expect.stringContaining(
        "dans la même minute (2026-02-01T08:15:00.000Z). Rien n'a été modifié",
      ),
    });
    expect(await run.database.em().find(Deal, {}, { orderBy: { id: 'asc' } })).toEqual(before);
  }, 180_000);
});
