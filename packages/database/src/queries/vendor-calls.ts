import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { VendorCalls } from '../entities/index.ts';

/** Requests of one connection in one month. */
export interface CallCount {
  readonly provider: string;
  readonly baseId: string;
  /** `YYYY-MM`, UTC. */
  readonly month: string;
  readonly calls: number;
  /** ISO 8601 UTC. */
  readonly firstCallAt: string;
}

/** Adds the counts to what is stored: all of them or none. */
export async function addVendorCalls(em: SqlEntityManager, counts: readonly CallCount[]): Promise<void> {
  await em.transactional(async (tx) => {
    for (const { provider, baseId, month, calls, firstCallAt } of counts) {
      await tx.execute(
        `insert into vendor_calls (provider, base_id, month, calls, first_call_at) values (?, ?, ?, ?, ?)
         on conflict (provider, base_id, month) do update set calls = vendor_calls.calls + excluded.calls`,
        [provider, baseId, month, calls, firstCallAt],
        'run',
      );
    }
  });
}

/** What is stored of one connection and month; `null` when it sent nothing. */
export async function vendorCallsOf(
  em: SqlEntityManager,
  key: Pick<CallCount, 'provider' | 'baseId' | 'month'>,
): Promise<CallCount | null> {
  const { provider, baseId, month } = key;
  const row = await em.findOne(VendorCalls, { provider, base_id: baseId, month });
  return row && { provider, baseId, month, calls: row.calls, firstCallAt: row.first_call_at };
}
