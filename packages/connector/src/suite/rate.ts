import { describe, expect, test } from 'vitest';
import { RateLimiterPool } from '../rate-limiter.ts';
import type { ConnectorHarness } from './harness.ts';
import { Session } from './session.ts';

/** Tests of the pace of requests, as they arrive at a vendor that punishes going over. */
export function rateTests(harness: ConnectorHarness): void {
  describe('pace', () => {
    test('two connections at once never pass the limits, use more than half of them, and report every request', async () => {
      await using vendor = await harness.start({ strictLimits: true });
      const [id = ''] = await vendor.addRows([{ text: 'Acme' }]);
      const limiters = new RateLimiterPool();
      const reported: string[] = [];
      const open = () =>
        Session.open(harness, vendor, { limiters, onRequest: ({ method }) => reported.push(method) });
      const sessions = [await open(), await open()];
      const tightest = Math.min(...harness.rateLimits.map(({ calls }) => calls));
      const reads = sessions.map((session) =>
        Promise.all(Array.from({ length: tightest }, () => session.readRecord(id))),
      );
      expect((await Promise.all(reads)).flat()).toHaveLength(2 * tightest);

      const arrivals = vendor.requests().map(({ at }) => at);
      for (const { calls, windowMs } of harness.rateLimits) {
        const most = arrivals.map(
          (from) => arrivals.filter((at) => at >= from && at < from + windowMs).length,
        );
        expect(Math.max(...most)).toBeLessThanOrEqual(calls);
      }
      expect(reported.sort()).toEqual(
        vendor
          .requests()
          .map(({ method }) => method)
          .sort(),
      );
      // How close to the limits calls come is shown on a clock that no other program slows down.
      expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeLessThan(2 * idealMs(harness, arrivals.length));
    });
  });
}

/** The least time in which so many requests may arrive. */
function idealMs({ rateLimits }: ConnectorHarness, count: number): number {
  return Math.max(...rateLimits.map(({ calls, windowMs }) => Math.floor((count - 1) / calls) * windowMs));
}
