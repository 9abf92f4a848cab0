import { describe, expect, test } from 'vitest';
import { FixedWindow, KeyedLimit, resolveLimits, SlidingWindow } from '../../src/core/index.ts';

describe('SlidingWindow', () => {
  test('lets the figure through in any window and no more', () => {
    const limit = new SlidingWindow({ limit: 2, windowMs: 1000 });
    const passed = [0, 900, 999, 1000, 1899, 1900].map((now) => limit.take(now).ok);
    expect(passed).toEqual([true, true, false, true, false, true]);
  });

  test('stays closed for the whole lock-out once passed, however it is knocked at', () => {
    const limit = new SlidingWindow({ limit: 1, windowMs: 1000, lockoutMs: 30_000 });
    expect(limit.take(0)).toEqual({ ok: true });
    expect(limit.take(10)).toEqual({ ok: false, retryAfterMs: 30_000 });
    expect(limit.take(20_010)).toEqual({ ok: false, retryAfterMs: 10_000 });
    expect(limit.take(30_010)).toEqual({ ok: true });
  });
});

test('FixedWindow counts anew in each window and tells how long the window lasts', () => {
  const limit = new FixedWindow({ limit: 2, windowMs: 60_000 });
  expect([limit.take(5).ok, limit.take(6).ok]).toEqual([true, true]);
  expect(limit.take(10_005)).toEqual({ ok: false, retryAfterMs: 50_000 });
  expect(limit.take(60_005)).toEqual({ ok: true });
});

test('KeyedLimit keeps one count per key', () => {
  const limit = new KeyedLimit(() => new FixedWindow({ limit: 1, windowMs: 1000 }));
  expect([limit.take('a', 0).ok, limit.take('b', 0).ok, limit.take('a', 1).ok]).toEqual([true, true, false]);
});

test('resolveLimits: the figures of the vendor, none, or some replaced', () => {
  const strict = { perSecond: 5, lockoutMs: 30_000 };
  expect(resolveLimits('strict', strict)).toEqual(strict);
  expect(resolveLimits('off', strict)).toBeNull();
  expect(resolveLimits({ perSecond: 1 }, strict)).toEqual({ perSecond: 1, lockoutMs: 30_000 });
});
