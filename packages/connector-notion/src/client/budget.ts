import { createHash } from 'node:crypto';
import type { RateLimit, RateLimiter, RateLimiterPool } from '@passerelle/connector';

/**
 * Notion's limit per connection: 180 calls in a 60-second window (600 on the large plans, which a token does not
 * tell), formerly 3 a second on average. Keeping both spreads the calls evenly and never meets a 429 of our making.
 */
export const NOTION_LIMITS: readonly RateLimit[] = [
  { calls: 3, windowMs: 1_000 },
  { calls: 180, windowMs: 60_000 },
];

/** The budget of a token, shared by everything in the process that uses it. The key is a digest, never the token. */
export function budgetOf(token: string, pool: RateLimiterPool): RateLimiter {
  const digest = createHash('sha256').update(token).digest('hex').slice(0, 32);
  return pool.for(`notion:${digest}`, NOTION_LIMITS);
}
