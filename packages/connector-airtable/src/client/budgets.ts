import { createHash } from 'node:crypto';
import type { RateLimit, RateLimiter, RateLimiterPool } from '@passerelle/connector';

/** Every plan allows 5 requests a second on one base, all its API clients together. */
const BASE_LIMITS: readonly RateLimit[] = [{ calls: 5, windowMs: 1_000 }];

/** A user's personal access tokens together may make 50 requests a second; we see one of them. */
const TOKEN_LIMITS: readonly RateLimit[] = [{ calls: 50, windowMs: 1_000 }];

/** After going over, Airtable refuses every call for this long, and says so only in its documentation. */
const LOCK_OUT_MS = 30_000;

/** Spreads the return of several processes that were locked out together. */
const LOCK_OUT_JITTER_MS = 2_000;

/** How long to stay away after a 429. */
export function lockOutMs(): number {
  return LOCK_OUT_MS + Math.round(Math.random() * LOCK_OUT_JITTER_MS);
}

/** The budgets a call spends, narrowest first. Tokens are named by a digest. */
export function budgetsOf(
  { pool, token }: { pool: RateLimiterPool; token: string },
  baseId: string | null,
): RateLimiter[] {
  const digest = createHash('sha256').update(token).digest('hex').slice(0, 32);
  const wide = pool.for(`airtable:token:${digest}`, TOKEN_LIMITS);
  return baseId === null ? [wide] : [pool.for(`airtable:${baseId}`, BASE_LIMITS), wide];
}
