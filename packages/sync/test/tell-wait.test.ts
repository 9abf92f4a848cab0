import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiter } from '@passerelle/connector';
import { SyncRun } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { expect, test } from 'vitest';
import { type Workbench, workbench } from './support/workbench.ts';

/** What the run's record says it waits for, each time that changes, until the run has ended. */
async function waitsDuring(bench: Workbench, run: Promise<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  let isOver = false;
  const ended = run.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const stored = await bench.database.em().findOne(SyncRun, { id: 1 });
    const reason = stored?.wait ? JSON.parse(stored.wait) : null;
    if (JSON.stringify(reason) !== JSON.stringify(seen.at(-1) ?? null)) seen.push(reason);
    await sleep(20);
  }
  await ended;
  return seen;
}

test.each(TEST_DIALECTS)(
  'a run that waits for the vendor’s budget says so, until when, and no longer than it does (%s)',
  async (dialect) => {
    const bench = await workbench(dialect);
    for (let i = 0; i < 250; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    const limiter = new RateLimiter([{ calls: 1, windowMs: 1_200 }]);
    let pages = 0;
    bench.remote.beforePage = async () => {
      pages += 1;
      // Of three pages, the second waits long enough to be told.
      if (pages <= 2) (await limiter.acquire())();
    };
    const from = Date.now();
    const waits = await waitsDuring(bench, bench.import());
    // Whether it is seen going on again before its end depends on how soon that comes.
    const told = waits.filter((wait) => wait !== null);
    expect(told).toMatchObject([{ reason: 'vendor_limit', message: expect.stringMatching(/débit permis/) }]);
    const { until } = told[0] as { until: string };
    expect(Date.parse(until)).toBeGreaterThanOrEqual(from + 1_000);
    expect(Date.parse(until)).toBeLessThanOrEqual(Date.now() + 1_200);
    expect(await bench.database.em().findOne(SyncRun, { id: 1 })).toMatchObject({
      wait: null,
      phase: 'done',
    });
    await bench.remove();
  },
);
