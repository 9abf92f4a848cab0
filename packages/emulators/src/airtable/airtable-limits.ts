import * as z from 'zod';
import {
  KeyedLimit,
  type LimitsSetting,
  resolveLimits,
  SlidingWindow,
  type VendorError,
} from '../core/index.ts';
import { airtableError } from './airtable-error.ts';

const Figures = z.strictObject({
  perBasePerSecond: z.number().min(1),
  perUserPerSecond: z.number().min(1),
  lockoutMs: z.number().min(0),
  /** Data calls of all bases in one calendar month (UTC); null for no quota. */
  monthlyCalls: z.int().min(0).nullable(),
});

/** The figures of Airtable's limits. */
export type AirtableLimits = z.infer<typeof Figures>;

/** As documented for every plan; the monthly quota depends on the plan, so it is off until set. */
export const AIRTABLE_LIMITS: AirtableLimits = {
  perBasePerSecond: 5,
  perUserPerSecond: 50,
  lockoutMs: 30_000,
  monthlyCalls: null,
};

const Setting = z.union([z.enum(['strict', 'off']), Figures.partial()]);

/** Counts requests and refuses those over a limit with the two kinds of 429. */
export class AirtableLimiter {
  #figures: AirtableLimits | null = null;
  #perBase = new KeyedLimit(unlimited);
  #perUser = new KeyedLimit(unlimited);
  #month = '';
  #callsThisMonth = 0;

  constructor(setting: LimitsSetting<AirtableLimits>) {
    this.set(setting);
  }

  /** Counts start anew. */
  set(setting: unknown): void {
    const parsed = Setting.safeParse(setting);
    if (!parsed.success) throw new RangeError(`limits: ${z.prettifyError(parsed.error)}`);
    this.#figures = resolveLimits<AirtableLimits>(withoutUndefined(parsed.data), AIRTABLE_LIMITS);
    const { perBasePerSecond = 0, perUserPerSecond = 0, lockoutMs = 0 } = this.#figures ?? {};
    this.#perBase = new KeyedLimit(
      () => new SlidingWindow({ limit: perBasePerSecond, windowMs: 1000, lockoutMs }),
    );
    this.#perUser = new KeyedLimit(
      () => new SlidingWindow({ limit: perUserPerSecond, windowMs: 1000, lockoutMs }),
    );
    this.#callsThisMonth = 0;
  }

  /** Counts one request; answers the 429 it gets, or null. */
  refusal(request: {
    now: number;
    userId: string;
    baseId: string | undefined;
    isData: boolean;
  }): VendorError | null {
    if (this.#figures === null) return null;
    const { now, userId, baseId } = request;
    if (!this.#perUser.take(userId, now).ok) return tooMany();
    if (baseId !== undefined && !this.#perBase.take(baseId, now).ok) return tooMany();
    return request.isData && this.#isQuotaUsedUp(now, this.#figures.monthlyCalls) ? quotaUsedUp() : null;
  }

  #isQuotaUsedUp(now: number, monthlyCalls: number | null): boolean {
    const month = new Date(now).toISOString().slice(0, 7);
    if (month !== this.#month) this.#callsThisMonth = 0;
    this.#month = month;
    this.#callsThisMonth += 1;
    return monthlyCalls !== null && this.#callsThisMonth > monthlyCalls;
  }
}

/** Stands in until the first setting; never asked. */
function unlimited(): SlidingWindow {
  return new SlidingWindow({ limit: Number.POSITIVE_INFINITY, windowMs: 1000 });
}

/** Airtable sends no `Retry-After` with either kind. */
export const tooMany = (): VendorError =>
  airtableError(429, 'RATE_LIMIT_REACHED', 'Rate limit exceeded. Please try again later');

export const quotaUsedUp = (): VendorError =>
  airtableError(
    429,
    'PUBLIC_API_BILLING_LIMIT_EXCEEDED',
    'The monthly API call limit of this workspace has been exceeded.',
  );

function withoutUndefined(setting: z.infer<typeof Setting>): LimitsSetting<AirtableLimits> {
  if (typeof setting === 'string') return setting;
  return Object.fromEntries(Object.entries(setting).filter(([, figure]) => figure !== undefined));
}
