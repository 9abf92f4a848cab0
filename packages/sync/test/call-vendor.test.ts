import { ConnectorError, type ConnectorErrorCode } from '@passerelle/connector';
import { describe, expect, test } from 'vitest';
import { callVendor, retryDelayMs } from '../src/call-vendor.ts';

const policy = { attempts: 4, firstDelayMs: 1, maxDelayMs: 3 };
const run = { retry: policy, signal: new AbortController().signal };

/** A call that fails with these errors, one after the other, then answers how often it was made. */
function failing(...codes: ConnectorErrorCode[]) {
  let calls = 0;
  return async () => {
    const code = codes[calls];
    calls += 1;
    if (code) throw new ConnectorError(code, code);
    return calls;
  };
}

describe('the wait before another try', () => {
  const down = new ConnectorError('vendor_down', 'En panne.');

  test('doubles each time, up to a bound', () => {
    expect([1, 2, 3, 9].map((attempt) => retryDelayMs(policy, attempt, down))).toEqual([1, 2, 3, 3]);
  });

  test('is what the vendor asks for, however long', () => {
    const limited = new ConnectorError('rate_limited', 'Trop d’appels.', { retryAfterMs: 90_000 });
    expect(retryDelayMs(policy, 1, limited)).toBe(90_000);
  });
});

describe('a call to the vendor', () => {
  test('is made again while waiting helps', async () => {
    expect(await callVendor(run, 'page', failing('network', 'vendor_down', 'rate_limited'))).toBe(4);
  });

  test('is given up after its last try, with the vendor’s own error', async () => {
    const call = failing('network', 'network', 'network', 'vendor_down', 'network');
    await expect(callVendor(run, 'page', call)).rejects.toMatchObject({ code: 'vendor_down' });
  });

  test.each(['token_refused', 'quota_exhausted', 'blocked', 'outcome_unknown', 'value_refused'] as const)(
    'is not repeated after %s',
    async (code) => {
      const call = failing(code);
      await expect(callVendor(run, 'page', call)).rejects.toMatchObject({ code });
      expect(await call()).toBe(2);
    },
  );

  test('stops waiting as soon as the run is stopped', async () => {
    const stop = new AbortController();
    const slow = { attempts: 4, firstDelayMs: 60_000, maxDelayMs: 60_000 };
    const running = callVendor({ retry: slow, signal: stop.signal }, 'page', failing('vendor_down'));
    const reason = new Error('Arrêtée.');
    setTimeout(() => stop.abort(reason), 5);
    await expect(running).rejects.toBe(reason);
  });
});
