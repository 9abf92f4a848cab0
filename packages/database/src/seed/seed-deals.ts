import { insertDeals } from '../queries/deals.ts';
import type { Work } from '../queries/work.ts';
import { type InventOptions, inventDeals } from './invent-deals.ts';

/** Deals per statement, and per transaction: the fewer transactions, the fewer pages are written twice. */
const BATCH = 5_000;
const TRANSACTION = 50_000;

/** Adds `count` invented deals to those that are there. */
export async function seedDeals(
  work: Work,
  { count, ...options }: InventOptions & { count: number },
): Promise<void> {
  const deals = inventDeals(options);
  for (let done = 0; done < count; done += TRANSACTION) {
    const end = Math.min(done + TRANSACTION, count);
    await work.em.transactional(async (em) => {
      for (let start = done; start < end; start += BATCH) {
        const batch = Array.from({ length: Math.min(BATCH, end - start) }, () => deals.next().value);
        await insertDeals({ em, sql: work.sql }, batch);
      }
    });
  }
}
