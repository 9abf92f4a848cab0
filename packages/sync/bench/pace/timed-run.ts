import { join } from 'node:path';
import type { RateLimiterPool } from '@passerelle/connector';
import { openDatabase, seedDeals } from '@passerelle/database';
import { type Direction, SyncEngine } from '../../src/index.ts';
import { baseOf } from './base-of.ts';
import type { Vendor } from './vendors.ts';

/** One run to measure. */
export interface RunToTime {
  readonly vendor: Vendor;
  readonly apiUrl: string;
  readonly direction: Direction;
  /** Of the vendor's calls. */
  readonly share: number;
  readonly limiters: RateLimiterPool;
  readonly folder: string;
}

/** Runs one import or export by an engine with a database of its own; answers the milliseconds it took. */
export async function timedRun(run: RunToTime): Promise<number> {
  const { provider, capabilities } = run.vendor.definition;
  const database = await openDatabase({ url: `sqlite:${join(run.folder, `${crypto.randomUUID()}.db`)}` });
  try {
    await database.migrate();
    const records =
      run.vendor.calls * run.share * capabilities[run.direction === 'import' ? 'pageSize' : 'maxWriteBatch'];
    if (run.direction === 'export') {
      const invented = {
        count: records,
        seed: 7,
        today: '2026-11-22',
        probabilites: { prospect: 0.1 },
      };
      await seedDeals({ em: database.em(), sql: database.sql }, invented);
    }
    const engine = new SyncEngine({ database });
    const request = { provider, direction: run.direction, connector: connectorOf(run), mapping: null };
    const from = performance.now();
    const { created } = await engine.run(request);
    const durationMs = performance.now() - from;
    if (created !== records) throw new Error(`${created} of ${records} records created`);
    return durationMs;
  } finally {
    await database.close();
  }
}

function connectorOf({ vendor, apiUrl, direction, share, limiters }: RunToTime) {
  const { baseId, token } = baseOf(vendor);
  const tableName = `${direction} ${share}`;
  return vendor.definition.connect({ apiUrl, token, baseId, tableName, fetch, limiters });
}
