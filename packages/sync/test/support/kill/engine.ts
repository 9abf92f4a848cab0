import { type Connector, ConnectorError, RateLimiterPool } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import type { Database } from '@passerelle/database';
import { type AtBoundary, SyncEngine } from '../../../src/index.ts';
import { TABLE } from './address.ts';

/** A vendor's lock-out lasts half a minute, which no test need live through: its limiters do not pause. */
class RestlessPool extends RateLimiterPool {
  override for(...named: Parameters<RateLimiterPool['for']>) {
    const limiter = super.for(...named);
    limiter.pause = () => {};
    return limiter;
  }
}

/** The connection to the table at `apiUrl`. */
export function connectionTo(apiUrl: string) {
  const limiters = new RestlessPool({ enforced: false });
  const connector = airtable.connect({ ...TABLE, apiUrl, fetch: globalThis.fetch, limiters });
  return { connector: withoutLockOut(connector), mapping: null };
}

function withoutLockOut(connector: Connector): Connector {
  return new Proxy(connector, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        try {
          return await member.apply(target, given);
        } catch (error) {
          if (!(error instanceof ConnectorError) || error.code !== 'rate_limited') throw error;
          throw new ConnectorError('rate_limited', error.message, { retryAfterMs: 1, cause: error });
        }
      };
    },
  });
}

/** An engine whose batches are small and whose waits are short. */
export function engineOn(database: Database, atBoundary?: AtBoundary): SyncEngine {
  return new SyncEngine({
    database,
    retry: { attempts: 4, firstDelayMs: 1, maxDelayMs: 2 },
    batches: { importRows: 10, exportDeals: 12 },
    atBoundary,
  });
}
