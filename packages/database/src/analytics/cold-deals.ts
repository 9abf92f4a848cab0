import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import { type Amounts, amountsOf, type CentsRow, centsColumns, readCents } from './amounts.ts';
import { type ColdOptions, isCold } from './cold.ts';
import type { ListAnswer, ListBatch, ListShape } from './listed-deal.ts';
import { streamByOrder } from './stream-by-order.ts';

/** How many of the deals that match are cold, and their amounts. */
export async function coldFigures(work: Work, filter: DealFilter, options: ColdOptions): Promise<Amounts> {
  const row = await aggregateRow<CentsRow>(
    work,
    statement`select ${centsColumns(work)} from deals d where ${coldCondition(work, filter, options)}`,
  );
  return amountsOf(readCents(row));
}

/** The cold ones of the deals that match, the longest untouched first; `days`: since their last change. */
export function streamColdDeals<const Shape extends ListShape>(
  work: Work,
  filter: DealFilter,
  { list, ...options }: ColdOptions & { list: ListAnswer<Shape> },
): AsyncGenerator<ListBatch<Shape>> {
  const changed = work.sql.seconds('d.updated_at');
  const days = statement`coalesce(cast(floor((${options.now.getTime()} - round(${verbatim(changed)} * 1000)) / 86400000) as integer), 0)`;
  const condition = coldCondition(work, filter, options);
  return streamByOrder(work, { condition, order: `${changed}, d.id`, days }, list);
}

function coldCondition(work: Work, filter: DealFilter, options: ColdOptions): Statement {
  return statement`${isCold(work, options)} and ${dealCondition(work, filter)}`;
}
