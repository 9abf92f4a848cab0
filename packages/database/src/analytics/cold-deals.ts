import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement } from '../statement.ts';
import { epochMs } from '../timestamps.ts';
import { type Amounts, amountsOf, type CentsRow, centsColumns, readCents } from './amounts.ts';
import { type ColdOptions, isCold } from './cold.ts';
import { type ListedDeal, streamByOrder } from './stream-by-order.ts';

/** A cold deal, and whole days since its last change. */
export type ColdDeal = ListedDeal & { readonly inactiveDays: number };

/** How many of the deals that match are cold, and their amounts. */
export async function coldFigures(work: Work, filter: DealFilter, options: ColdOptions): Promise<Amounts> {
  const row = await aggregateRow<CentsRow>(
    work,
    statement`select ${centsColumns(work)} from deals d where ${coldCondition(work, filter, options)}`,
  );
  return amountsOf(readCents(row));
}

/** The cold ones of the deals that match, the longest untouched first, batch by batch. */
export async function* streamColdDeals(
  work: Work,
  filter: DealFilter,
  options: ColdOptions,
): AsyncGenerator<ColdDeal[]> {
  const order = `${work.sql.seconds('d.updated_at')}, d.id`;
  const condition = coldCondition(work, filter, options);
  for await (const deals of streamByOrder(work, { condition, order })) {
    yield deals.map((deal) => ({ ...deal, inactiveDays: daysSince(deal.updated_at, options.now) }));
  }
}

function coldCondition(work: Work, filter: DealFilter, options: ColdOptions): Statement {
  return statement`${isCold(work, options)} and ${dealCondition(work, filter)}`;
}

function daysSince(timestamp: string, now: Date): number {
  return Math.floor((now.getTime() - (epochMs(timestamp) ?? now.getTime())) / 86_400_000);
}
