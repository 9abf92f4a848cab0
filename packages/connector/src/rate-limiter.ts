import { setTimeout as sleep } from 'node:timers/promises';

/** At most `calls` starts in any `windowMs` milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * Added to every window. The vendor counts arrivals, we count departures: two requests can arrive closer
 * together than they left. Two per cent of the vendor's speed buys room for that jitter.
 */
const JITTER_MARGIN_MS = 20;

/** Lets calls through in order, never faster than every one of its limits. */
export class RateLimiter {
  readonly #limits: readonly RateLimit[];
  readonly #starts: number[] = [];
  readonly #keep: number;
  #blockedUntil = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(limits: readonly RateLimit[]) {
    this.#limits = limits;
    this.#keep = Math.max(...limits.map((limit) => limit.calls));
  }

  /** Resolves when the next call may start; an aborted wait gives its place back and throws the reason. */
  acquire(signal?: AbortSignal): Promise<void> {
    const turn = this.#turn.then(() => this.#waitForTurn(signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** No call starts for `durationMs`: the vendor has locked us out. */
  pause(durationMs: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, performance.now() + durationMs);
  }

  async #waitForTurn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    for (let wait = this.#delay(); wait > 0; wait = this.#delay()) {
      await sleep(wait, undefined, signal ? { signal } : {}).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      });
    }
    this.#starts.push(performance.now());
    if (this.#starts.length > this.#keep) this.#starts.shift();
  }

  #delay(): number {
    const now = performance.now();
    const waits = this.#limits.map(({ calls, windowMs }) => {
      const start = this.#starts.at(-calls);
      return start === undefined ? 0 : start + windowMs + JITTER_MARGIN_MS - now;
    });
    return Math.ceil(Math.max(0, this.#blockedUntil - now, ...waits));
  }
}

/** One limiter per budget, shared by everything in the process that spends it. */
export class RateLimiterPool {
  readonly #limiters = new Map<string, RateLimiter>();

  /** `key` names the budget (such as a base, or a digest of a token: never the token itself). */
  for(key: string, limits: readonly RateLimit[]): RateLimiter {
    const known = this.#limiters.get(key);
    if (known) return known;
    const limiter = new RateLimiter(limits);
    this.#limiters.set(key, limiter);
    return limiter;
  }
}
