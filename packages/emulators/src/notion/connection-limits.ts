import * as z from 'zod';
import { FixedWindow, KeyedLimit, type LimitsSetting, resolveLimits, SlidingWindow } from '../core/index.ts';

/** How many calls one connection may make. */
export interface NotionLimits {
  /** In each fixed window of 60 seconds: 180, or 600 on Business and Enterprise. */
  readonly perMinute: number;
  /** In any second, on top; the older wording of the limit. `null`: no such limit. */
  readonly perSecond: number | null;
}

/** The vendor's own limits, none, or figures. */
export type NotionLimitsSetting = LimitsSetting<NotionLimits>;

/** What the API allows a connection on plans other than Business and Enterprise. */
export const STRICT_NOTION_LIMITS: NotionLimits = { perMinute: 180, perSecond: null };

const Setting = z.union([
  z.literal('strict'),
  z.literal('off'),
  z.strictObject({
    perMinute: z.int().min(1).optional(),
    perSecond: z.int().min(1).nullable().optional(),
  }),
]);

/** The limits as they are in force, one set for each token. */
export class ConnectionLimits {
  #limits: readonly KeyedLimit[] = [];

  constructor(setting: unknown) {
    this.set(setting);
  }

  /** Puts other limits in force, with every count at zero. Throws where the setting cannot be understood. */
  set(setting: unknown): void {
    const parsed = Setting.safeParse(setting);
    if (!parsed.success)
      throw new RangeError(
        `limits are "strict", "off" or {perMinute, perSecond}: ${z.prettifyError(parsed.error)}`,
      );
    const { data } = parsed;
    const figures = resolveLimits<NotionLimits>(
      typeof data === 'string' ? data : withoutUndefined(data),
      STRICT_NOTION_LIMITS,
    );
    this.#limits = figures === null ? [] : limitsOf(figures);
  }

  /** Counts a call; answers the milliseconds to wait when it is one too many, else `null`. */
  refuse(token: string, now: number): number | null {
    for (const limit of this.#limits) {
      const verdict = limit.take(token, now);
      if (!verdict.ok) return verdict.retryAfterMs;
    }
    return null;
  }
}

function limitsOf({ perMinute, perSecond }: NotionLimits): KeyedLimit[] {
  const limits = [new KeyedLimit(() => new FixedWindow({ limit: perMinute, windowMs: 60_000 }))];
  if (perSecond !== null)
    limits.unshift(new KeyedLimit(() => new SlidingWindow({ limit: perSecond, windowMs: 1000 })));
  return limits;
}

function withoutUndefined(stated: {
  perMinute?: number | undefined;
  perSecond?: number | null | undefined;
}): Partial<NotionLimits> {
  return {
    ...(stated.perMinute === undefined ? {} : { perMinute: stated.perMinute }),
    ...(stated.perSecond === undefined ? {} : { perSecond: stated.perSecond }),
  };
}
