import { RateLimiterPool } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import type { Database } from '@passerelle/database';
import { type AtBoundary, SyncEngine } from '../../../src/index.ts';
import { TABLE } from './address.ts';

/** The connection to the table at `apiUrl`. */
export function connectionTo(apiUrl: string) {
  const connector = airtable.connect({
    ...TABLE,
    apiUrl,
    fetch: globalThis.fetch,
    limiters: new RateLimiterPool({ enforced: false }),
  });
  return { connector, mapping: null };
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
