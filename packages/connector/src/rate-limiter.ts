import { abortable, sleep } from './abortable.ts';
import { toldWait } from './limit-waits.ts';
import { StandstillWatch } from './standstill-watch.ts';

/** At most `calls` arrivals at the vendor in any `windowMs` milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * The vendor counts arrivals, we see departures and answers. A request can take longer to arrive than the next ones:
 * two round trips across an ocean open a connection that later requests find open. So a call is counted as arriving
 * later than it left by what its answer took beyond the fastest answer, and by this much at most, since a slow answer
 * mostly means that the vendor takes its time. Time in which our own process stood still is not the vendor's: a
 * connection half open waits for it, so it comes on top.
 */
const LONGEST_DELAY_MS = 250;

/** Two clocks, the vendor's and ours, and their rounding. */
const CLOCK_MARGIN_MS = 4;

interface Call {
  /**
   * When it was let through, then when it had left: the process may be busy with something else in between, such as a
   * large transaction.
   */
  departedAt: number;
  answeredAt: number | null;
  /** How long the process had stood still in all when the call left, and when it was answered. */
  stoodAtDeparture: number;
  stoodAtAnswer: number | null;
}

/** What an answer took, and whether it surely came by a connection that was open already. */
interface AnswerTime {
  readonly ms: number;
  readonly onOpenConnection: boolean;
}

/** Answers after which the fastest of them is taken for what an answer takes on an open connection. */
const ENOUGH_ANSWERS = 10;

/** How many of the latest answers are looked at. */
const ANSWERS_KEPT = 20;

/** A call that leaves alone, this soon after an answer, finds the connection open that the answer came by. */
const CONNECTION_STAYS_OPEN_MS = 1000;

/** Lets calls through in order, never faster than every one of its limits. */
export class RateLimiter {
  readonly #limits: readonly RateLimit[];
  readonly #calls: Call[] = [];
  readonly #keep: number;
  readonly #answers: AnswerTime[] = [];
  readonly #standstill = new StandstillWatch();
  #underWay = 0;
  #lastAnswerAt = Number.NEGATIVE_INFINITY;
  #blockedUntil = 0;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(limits: readonly RateLimit[]) {
    this.#limits = limits;
    this.#keep = Math.max(0, ...limits.map((limit) => limit.calls));
  }

  /**
   * Resolves when the next call may start, with a function to call at its answer. An aborted wait throws the
   * signal's reason at once and gives its place back.
   */
  acquire(signal?: AbortSignal): Promise<() => void> {
    return RateLimiter.acquireAll([this], signal);
  }

  /** No call starts for `durationMs`: the vendor has locked us out. */
  pause(durationMs: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, performance.now() + durationMs);
  }

  /**
   * Resolves when every budget allows the call, and spends all of them at the same moment. Taken one after the other,
   * a call waiting for the second budget would already be ageing in the first, and calls could then leave together.
   * `limiters`: narrowest first, in the same order everywhere, so that no two calls wait for each other.
   */
  static async acquireAll(limiters: readonly RateLimiter[], signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const turns: (() => void)[] = [];
    try {
      for (const limiter of limiters) {
        turns.push(await limiter.#takeTurn(signal));
        // Waited for here, before standing in the wider budget's line, where others would wait behind us.
        await waitForTurn([limiter], signal);
      }
      await waitForTurn(limiters, signal);
      const counted = limiters.map((limiter) => limiter.#count());
      return () => {
        for (const answered of counted) answered();
      };
    } finally {
      for (const leave of turns) leave();
    }
  }

  /** Waits to be first in line; answers the function that lets the next one be. */
  async #takeTurn(signal: AbortSignal | undefined): Promise<() => void> {
    const previous = this.#lastTurn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastTurn = previous.then(() => promise);
    try {
      await abortable(previous, signal);
    } catch (error) {
      resolve();
      throw error;
    }
    return resolve;
  }

  /** How long no call may start, as far as is known now. */
  get delayMs(): number {
    const now = performance.now();
    const waits = this.#limits.map(({ calls, windowMs }) => {
      const call = this.#calls.at(-calls);
      return call === undefined ? 0 : this.#leavesWindowAt(call, windowMs) - now;
    });
    return Math.ceil(Math.max(0, this.#blockedUntil - now, ...waits));
  }

  /** Whether the vendor wants no call at all. */
  get isLockedOut(): boolean {
    return performance.now() < this.#blockedUntil;
  }

  /** When the call stops counting; for one still under way the earliest such moment first, to look again then. */
  #leavesWindowAt(call: Call, windowMs: number): number {
    const { departedAt, answeredAt, stoodAtDeparture, stoodAtAnswer } = call;
    const earliest = departedAt + windowMs + CLOCK_MARGIN_MS;
    const stoodStillMs = (stoodAtAnswer ?? this.#standstill.stoodMs) - stoodAtDeparture;
    const longestDelay = LONGEST_DELAY_MS + stoodStillMs;
    if (answeredAt === null) return performance.now() < earliest ? earliest : earliest + longestDelay;
    return earliest + Math.min(Math.max(0, answeredAt - departedAt - this.#usualMs()), longestDelay);
  }

  /** What an answer takes on an open connection; 0, the safe guess, as long as no answer tells. */
  #usualMs(): number {
    const isKnown =
      this.#answers.length >= ENOUGH_ANSWERS ||
      this.#answers.some(({ onOpenConnection }) => onOpenConnection);
    return isKnown ? Math.min(...this.#answers.map(({ ms }) => ms)) : 0;
  }

  #count(): () => void {
    const startedAt = performance.now();
    this.#standstill.start();
    const call: Call = {
      departedAt: startedAt,
      answeredAt: null,
      stoodAtDeparture: this.#standstill.stoodMs,
      stoodAtAnswer: null,
    };
    const onOpenConnection =
      this.#underWay === 0 && startedAt - this.#lastAnswerAt < CONNECTION_STAYS_OPEN_MS;
    this.#calls.push(call);
    if (this.#calls.length > this.#keep) this.#calls.shift();
    this.#underWay += 1;
    setImmediate(() => {
      if (call.answeredAt !== null) return;
      call.departedAt = performance.now();
      call.stoodAtDeparture = this.#standstill.stoodMs;
    });
    return () => {
      if (call.answeredAt !== null) return;
      call.answeredAt = performance.now();
      call.stoodAtAnswer = this.#standstill.stoodMs;
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#standstill.stop();
      this.#lastAnswerAt = call.answeredAt;
      this.#answers.push({ ms: call.answeredAt - startedAt, onOpenConnection });
      if (this.#answers.length > ANSWERS_KEPT) this.#answers.shift();
    };
  }
}

/** Resolves when none of the budgets has anything against a call. */
async function waitForTurn(limiters: readonly RateLimiter[], signal: AbortSignal | undefined): Promise<void> {
  const delay = () => Math.max(0, ...limiters.map(({ delayMs }) => delayMs));
  for (let ms = delay(); ms > 0; ms = delay()) {
    const isLockedOut = limiters.some((limiter) => limiter.isLockedOut);
    await toldWait({ ms, isLockedOut }, () => sleep(ms, signal));
  }
}

/** One limiter per budget, shared by everything in the process that spends it. */
export class RateLimiterPool {
  readonly #limiters = new Map<string, RateLimiter>();
  readonly #enforced: boolean;

  /** `enforced: false` is for emulators without limits of their own; a vendor locks us out. */
  constructor({ enforced = true }: { enforced?: boolean } = {}) {
    this.#enforced = enforced;
  }

  /** `key` names the budget (such as a base, or a digest of a token: never the token itself). */
  for(key: string, limits: readonly RateLimit[]): RateLimiter {
    const known = this.#limiters.get(key);
    if (known) return known;
    const limiter = new RateLimiter(this.#enforced ? limits : []);
    this.#limiters.set(key, limiter);
    return limiter;
  }
}
