/** What a limit says of one request. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Something that counts requests and refuses those over its figure. */
export interface Limit {
  take(now: number): Verdict;
}

const PASSED: Verdict = { ok: true };

/** At most `limit` requests in any `windowMs`; going over closes the door for `lockoutMs`. */
export class SlidingWindow implements Limit {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #lockoutMs: number;
  #passed: number[] = [];
  #lockedUntil = Number.NEGATIVE_INFINITY;

  constructor(options: { limit: number; windowMs: number; lockoutMs?: number }) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
    this.#lockoutMs = options.lockoutMs ?? 0;
  }

  take(now: number): Verdict {
    if (now < this.#lockedUntil) return { ok: false, retryAfterMs: this.#lockedUntil - now };
    this.#passed = this.#passed.filter((at) => at > now - this.#windowMs);
    if (this.#passed.length < this.#limit) {
      this.#passed.push(now);
      return PASSED;
    }
    const oldest = this.#passed[0] ?? now;
    const retryAfterMs = Math.max(this.#lockoutMs, oldest + this.#windowMs - now);
    if (this.#lockoutMs > 0) this.#lockedUntil = now + this.#lockoutMs;
    return { ok: false, retryAfterMs };
  }
}

/** At most `limit` requests in each window; windows follow one another from the first request on. */
export class FixedWindow implements Limit {
  readonly #limit: number;
  readonly #windowMs: number;
  #openedAt = Number.NEGATIVE_INFINITY;
  #passed = 0;

  constructor(options: { limit: number; windowMs: number }) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
  }

  take(now: number): Verdict {
    if (now >= this.#openedAt + this.#windowMs) {
      this.#openedAt = now;
      this.#passed = 0;
    }
    if (this.#passed >= this.#limit)
      return { ok: false, retryAfterMs: this.#openedAt + this.#windowMs - now };
    this.#passed += 1;
    return PASSED;
  }
}

/** One limit per key (a base, a token), made when the key is first seen. */
export class KeyedLimit {
  readonly #make: () => Limit;
  readonly #limits = new Map<string, Limit>();

  constructor(make: () => Limit) {
    this.#make = make;
  }

  take(key: string, now: number): Verdict {
    let limit = this.#limits.get(key);
    if (limit === undefined) {
      limit = this.#make();
      this.#limits.set(key, limit);
    }
    return limit.take(now);
  }
}

/** The vendor's own figures, none at all, or the vendor's with some replaced. */
export type LimitsSetting<Figures extends object> = 'strict' | 'off' | Partial<Figures>;

/** The figures a setting stands for; `null` when limits are off. */
export function resolveLimits<Figures extends object>(
  setting: LimitsSetting<Figures>,
  strict: Figures,
): Figures | null {
  if (setting === 'off') return null;
  return setting === 'strict' ? strict : { ...strict, ...setting };
}
