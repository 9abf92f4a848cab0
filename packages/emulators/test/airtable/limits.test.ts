import { afterEach, describe, expect, test } from 'vitest';
import { BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
afterEach(() => started.emulator.close());

const RATE_LIMITED = {
  status: 429,
  body: { error: { type: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded. Please try again later' } },
};
const statuses = async (count: number, line = 'GET @', token = 'full') => {
  const seen: number[] = [];
  for (let sent = 0; sent < count; sent += 1) seen.push((await started.call(line, undefined, token)).status);
  return seen;
};

describe('checklist 10: limits', () => {
  test('strict by default: the sixth request in one second is refused, and so is all that follows for 30 seconds', async () => {
    started = await startDeals({ limits: undefined });
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 200]);
    expect(await started.call('GET @')).toEqual(RATE_LIMITED);
    started.clock.advance(29_999);
    expect(await started.call('POST @', { fields: {} })).toEqual(RATE_LIMITED);
    expect(started.deals.count).toBe(0);
    started.clock.advance(1);
    expect((await started.call('GET @')).status).toBe(200);
  });

  test('the window slides: five in any second, not five in each', async () => {
    started = await startDeals({ limits: 'strict' });
    await statuses(2);
    started.clock.advance(900);
    await statuses(3);
    started.clock.advance(100);
    expect(await statuses(2)).toEqual([200, 200]);
    expect(await statuses(1)).toEqual([429]);
  });

  test('tokens of any user share the limit of a base, and schema calls of the base count', async () => {
    started = await startDeals({ limits: 'strict' });
    await statuses(3);
    await statuses(2, `GET /meta/bases/${BASE}/tables`, 'editor');
    expect(await statuses(1, 'GET @', 'reader')).toEqual([429]);
    expect(await statuses(1, 'GET /meta/whoami')).toEqual([200]);
  });

  test('one user gets 50 a second over all its tokens', async () => {
    const user = { id: 'usrTest0000000001', email: 'a@example.org', name: 'A' };
    started = await startDeals({
      limits: 'strict',
      tokens: { a: { bases: 'all', user }, b: { bases: 'all', user } },
    });
    expect((await statuses(50, 'GET /meta/whoami', 'a')).every((status) => status === 200)).toBe(true);
    expect(await started.call('GET /meta/whoami', undefined, 'b')).toEqual(RATE_LIMITED);
  });

  test('a monthly quota answers another 429 to data calls until the month ends, metadata still works', async () => {
    started = await startDeals({ limits: { monthlyCalls: 2 } });
    started.clock.advance(2_000);
    expect(await statuses(2)).toEqual([200, 200]);
    expect((await started.call('GET @')).body.error).toMatchObject({
      type: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED',
    });
    expect(await statuses(1, `GET /meta/bases/${BASE}/tables`)).toEqual([200]);
    started.clock.advance(7 * 86_400_000);
    expect(await statuses(1)).toEqual([200]);
  });

  test('limits can be changed and switched off while it runs', async () => {
    started = await startDeals({ limits: { perBasePerSecond: 1, lockoutMs: 1_000 } });
    expect(await statuses(2)).toEqual([200, 429]);
    started.emulator.setLimits('off');
    expect(await statuses(8)).toEqual(Array(8).fill(200));
    const control = (limits: unknown) =>
      fetch(`http://127.0.0.1:${started.emulator.port}/_control/limits`, {
        method: 'POST',
        body: JSON.stringify({ limits }),
      });
    expect((await control({ perBasePerSecond: 2 })).status).toBe(200);
    expect(await statuses(3)).toEqual([200, 200, 429]);
    expect((await control({ perHour: 2 })).status).toBe(400);
  });
});
