import { type ConnectorSettings, RateLimiter, RateLimiterPool } from '@passerelle/connector';
import { notion } from '../../src/index.ts';

/** A token no other text contains, to be looked for where it must not be. */
export const TOKEN = 'ntn_planted0secret0token0';

/** A budget that never makes a test wait, and keeps the waits it was told. */
class OpenLimiter extends RateLimiter {
  readonly pauses: number[] = [];

  constructor() {
    super([{ calls: 1_000_000, windowMs: 1 }]);
  }

  override pause(durationMs: number): void {
    this.pauses.push(durationMs);
  }
}

class OpenPool extends RateLimiterPool {
  readonly open = new OpenLimiter();
  readonly keys: string[] = [];

  override for(key: string): RateLimiter {
    this.keys.push(key);
    return this.open;
  }
}

/** A connector for the API at `apiUrl`, in no hurry to wait. */
export function connect(apiUrl: string, settings: Partial<ConnectorSettings> = {}) {
  const limiters = new OpenPool();
  const connector = notion.connect({
    apiUrl,
    token: TOKEN,
    baseId: DATABASE_ID,
    tableName: null,
    fetch: globalThis.fetch,
    limiters,
    ...settings,
  });
  return Object.assign(connector, { pauses: limiters.open.pauses, budgets: limiters.keys });
}

export const DATABASE_ID = '0d000000-0000-4000-8000-00000000000d';
export const TABLE_ID = '7a000000-0000-4000-8000-00000000007a';
