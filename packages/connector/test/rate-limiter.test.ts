import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LimitWait, tellingLimitWaits } from '../src/limit-waits.ts';
import { RateLimiter, RateLimiterPool } from '../src/rate-limiter.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** When each of the calls started, all asked for at once; each is answered `latencyMs` of its index after its start. */
async function startTimes(
  limiters: RateLimiter[],
  count: number,
  latencyMs: (index: number) => number,
): Promise<number[]> {
  const starts: number[] = [];
  const calls = Array.from({ length: count }, async (_, index) => {
    const answered = await RateLimiter.acquireAll(limiters);
    starts.push(performance.now());
    setTimeout(answered, latencyMs(index));
  });
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  return starts;
}

function mostInAnyWindow(times: readonly number[], windowMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

function perSecond(times: readonly number[], limit: number): number {
  return ((times.length - limit) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  { latencyMs: 2, atLeast: 4.95 },
  { latencyMs: 60, atLeast: 4.9 },
  { latencyMs: 400, atLeast: 4.9 },
  { latencyMs: 3000, atLeast: 3.9 },
])(
  'answers after $latencyMs ms: never above the limit, and at least $atLeast of 5 a second',
  async ({ latencyMs, atLeast }) => {
    const starts = await startTimes([new RateLimiter([{ calls: 5, windowMs: 1000 }])], 200, () => latencyMs);
    expect(starts).toHaveLength(200);
    expect(mostInAnyWindow(starts, 1000)).toBe(5);
    expect(perSecond(starts, 5)).toBeGreaterThan(atLeast);
  },
);

test.each([
  ['the first connections', (index: number) => index < 5],
  [
    'some connections, when the others are known to be open,',
    (index: number) => index >= 30 && index % 7 < 3,
  ],
])('arrivals stay within the limit although %s take 240 ms longer to open', async (_name, isSlow) => {
  const limiter = new RateLimiter([{ calls: 5, windowMs: 1000 }]);
  const starts = await startTimes([limiter], 100, (index) => 90 + (isSlow(index) ? 240 : 0));
  const arrivals = starts.map((start, index) => start + 45 + (isSlow(index) ? 240 : 0)).sort((a, b) => a - b);
  expect(mostInAnyWindow(arrivals, 1000)).toBeLessThanOrEqual(5);
});

test('a listing, whose calls follow one another, is at full speed from its second window on', async () => {
  const limiter = new RateLimiter([{ calls: 5, windowMs: 1000 }]);
  const starts: number[] = [];
  const listing = (async () => {
    for (let page = 0; page < 16; page += 1) {
      const answered = await limiter.acquire();
      starts.push(performance.now());
      await sleep(150);
      answered();
    }
  })();
  await vi.runAllTimersAsync();
  await listing;
  expect(mostInAnyWindow(starts, 1000)).toBe(5);
  expect((starts[15] ?? 0) - (starts[0] ?? 0)).toBeLessThan(3050);
});

test('a call that a busy process lets out late counts from when it left', async () => {
  vi.useRealTimers();
  const limiter = new RateLimiter([{ calls: 1, windowMs: 150 }]);
  const answered = await limiter.acquire();
  // A large transaction keeps the loop before anything is written to the connection.
  const until = performance.now() + 400;
  while (performance.now() < until);
  await sleep(1);
  const left = performance.now();
  answered();
  await limiter.acquire();
  expect(performance.now() - left).toBeGreaterThanOrEqual(149);
});

test.each([
  ['that was answered since', true],
  ['still under way', false],
])(
  'a process that stands still delays what it has sent: a call %s counts for that long',
  async (_name, isAnswered) => {
    vi.useRealTimers();
    const limiter = new RateLimiter([{ calls: 1, windowMs: 150 }]);
    const answered = await limiter.acquire();
    await sleep(10);
    const until = performance.now() + 700;
    while (performance.now() < until);
    // The request arrives only now, as its connection could not be completed before.
    const arrived = performance.now();
    if (isAnswered) answered();
    await limiter.acquire();
    expect(performance.now() - arrived).toBeGreaterThanOrEqual(149);
  },
);

test('every one of several limits holds', async () => {
  const limits = [
    { calls: 3, windowMs: 1000 },
    { calls: 20, windowMs: 60_000 },
  ];
  const starts = await startTimes([new RateLimiter(limits)], 70, () => 5);
  expect(mostInAnyWindow(starts, 1000)).toBe(3);
  expect(mostInAnyWindow(starts, 60_000)).toBe(20);
});

test('two bases under one token: both budgets hold at once, and neither base starves the other', async () => {
  const token = new RateLimiter([{ calls: 6, windowMs: 1000 }]);
  const bases = [0, 1].map(() => new RateLimiter([{ calls: 5, windowMs: 1000 }]));
  const starts = await Promise.all(bases.map((base) => startTimes([base, token], 30, () => 5)));
  expect(mostInAnyWindow(starts.flat(), 1000)).toBe(6);
  for (const base of starts) expect(mostInAnyWindow(base, 1000)).toBeLessThanOrEqual(5);
  const [first = [], second = []] = starts;
  expect(Math.abs((first[14] ?? 0) - (second[14] ?? 0))).toBeLessThan(2000);
});

test('a base waiting for its own budget does not hold up another base of the same token', async () => {
  const token = new RateLimiter([{ calls: 50, windowMs: 1000 }]);
  const slow = new RateLimiter([{ calls: 5, windowMs: 1000 }]);
  slow.pause(30_000);
  const waiting = RateLimiter.acquireAll([slow, token]);
  const from = performance.now();
  const starts = await startTimesWithin([new RateLimiter([{ calls: 5, windowMs: 1000 }]), token], 5);
  expect(starts.map((start) => start - from)).toEqual([0, 0, 0, 0, 0]);
  await vi.runAllTimersAsync();
  await waiting;
});

async function startTimesWithin(limiters: RateLimiter[], count: number): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      await RateLimiter.acquireAll(limiters);
      return performance.now();
    }),
  );
}

test('calls start in the order they were asked for', async () => {
  const limiter = new RateLimiter([{ calls: 2, windowMs: 100 }]);
  const order: number[] = [];
  const calls = [1, 2, 3, 4, 5].map(async (n) => {
    await limiter.acquire();
    order.push(n);
  });
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test('an aborted wait throws its reason at once, wherever it stands, and gives its place back', async () => {
  const limiter = new RateLimiter([{ calls: 1, windowMs: 1000 }]);
  await limiter.acquire();
  const controllers = [0, 1, 2].map(() => new AbortController());
  const waits = controllers.map(({ signal }) => limiter.acquire(signal));
  const reason = new Error('cancelled');
  const from = performance.now();
  controllers[1]?.abort(reason);
  await expect(waits[1]).rejects.toBe(reason);
  controllers[0]?.abort(reason);
  await expect(waits[0]).rejects.toBe(reason);
  expect(performance.now() - from).toBe(0);
  const third = waits[2]?.then(() => performance.now() - from);
  await vi.runAllTimersAsync();
  expect(await third).toBeLessThan(1300);
});

test('an abort before the wait takes no place', async () => {
  const limiter = new RateLimiter([{ calls: 1, windowMs: 1000 }]);
  const reason = new Error('cancelled');
  await expect(limiter.acquire(AbortSignal.abort(reason))).rejects.toBe(reason);
  const from = performance.now();
  await limiter.acquire();
  expect(performance.now() - from).toBe(0);
});

test('a pause holds the call already waiting and every later one, and a shorter one does not cut it', async () => {
  const limiter = new RateLimiter([{ calls: 1, windowMs: 100 }]);
  await limiter.acquire();
  const from = performance.now();
  const waiting = limiter.acquire().then(() => performance.now() - from);
  await vi.advanceTimersByTimeAsync(50);
  limiter.pause(30_000);
  limiter.pause(10);
  await vi.runAllTimersAsync();
  expect(await waiting).toBeGreaterThanOrEqual(30_050);
});

test('a pause longer than a timer can hold is kept without looking again and again', async () => {
  const limiter = new RateLimiter([]);
  const fortyDays = 40 * 24 * 3600 * 1000;
  limiter.pause(fortyDays);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const from = performance.now();
  const waiting = limiter.acquire().then(() => performance.now() - from);
  await vi.advanceTimersByTimeAsync(1000);
  expect(timers).toHaveBeenCalledTimes(1);
  timers.mockRestore();
  await vi.runAllTimersAsync();
  expect(await waiting).toBeGreaterThanOrEqual(fortyDays);
});

test('thousands of calls wait on one signal without a warning, and all end with it', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  const limiter = new RateLimiter([{ calls: 1, windowMs: 1000 }]);
  const controller = new AbortController();
  const waits = Array.from({ length: 5000 }, () => limiter.acquire(controller.signal));
  await vi.advanceTimersByTimeAsync(4500);
  controller.abort(new Error('cancelled'));
  const ends = await Promise.allSettled(waits);
  process.off('warning', onWarning);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(warnings).toEqual([]);
});

test('the pool gives one limiter per key', () => {
  const pool = new RateLimiterPool();
  const limits = [{ calls: 5, windowMs: 1000 }];
  expect(pool.for('airtable:app1', limits)).toBe(pool.for('airtable:app1', limits));
  expect(pool.for('airtable:app1', limits)).not.toBe(pool.for('airtable:app2', limits));
});

test('a wait is told to whoever asked for the call, and its end, with what it is for', async () => {
  const limiter = new RateLimiter([{ calls: 1, windowMs: 2000 }]);
  const told: (LimitWait | 'over')[] = [];
  const listen = (wait: LimitWait) => {
    told.push(wait);
    return () => void told.push('over');
  };
  (await limiter.acquire())();
  const second = tellingLimitWaits(listen, async () => (await limiter.acquire())());
  const unheard = limiter.acquire().then((answered) => answered());
  await vi.runAllTimersAsync();
  await Promise.all([second, unheard]);
  expect(told).toEqual([{ ms: 2004, isLockedOut: false }, 'over']);
  limiter.pause(30_000);
  const stop = new AbortController();
  const third = tellingLimitWaits(listen, () => limiter.acquire(stop.signal)).catch(() => 'stopped');
  await vi.advanceTimersByTimeAsync(10);
  stop.abort();
  expect(await third).toBe('stopped');
  expect(told.slice(2)).toEqual([{ ms: 30_000, isLockedOut: true }, 'over']);
});
