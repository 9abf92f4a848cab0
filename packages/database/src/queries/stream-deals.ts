import { statement, verbatim } from '../statement.ts';
import { type DealFilter, dealCondition } from './deal-filter.ts';
import { DEAL_COLUMNS, type DealRow } from './deals.ts';
import { selectRows } from './select-rows.ts';
import { streamWindows } from './stream-windows.ts';
import type { Work } from './work.ts';

/** Deals a batch holds at most, unless its reader says else. */
const BATCH = 500;

/**
 * The deals that match, in the order of their ids, batch by batch: memory does not grow with the table, and nothing
 * waits for the end of it. Deals that are there from start to end are given once; those inserted meanwhile are not.
 */
export async function* streamDeals(
  work: Work,
  filter: DealFilter = {},
  { after = 0, batch = BATCH }: { after?: number; batch?: number } = {},
): AsyncGenerator<DealRow[]> {
  const steps = streamWindows(work, { after, batch }, async (window) => {
    const rows = await selectRows<DealRow>(
      work,
      statement`select ${verbatim(DEAL_COLUMNS)} from deals d
        where d.id > ${window.after} and d.id <= ${window.through} and ${dealCondition(work, filter, window)}
        order by d.id limit ${batch}`,
    );
    return { rows, count: rows.length, last: rows.at(-1)?.id ?? null };
  });
  for await (const { rows } of steps) yield rows;
}

/** The first `limit` deals that match behind the id `after`, in the order of their ids. */
export async function listDeals(
  work: Work,
  filter: DealFilter,
  page: { after?: number | undefined; limit: number },
): Promise<DealRow[]> {
  const found: DealRow[] = [];
  for await (const rows of streamDeals(work, filter, { after: page.after ?? 0, batch: page.limit })) {
    found.push(...rows);
    if (found.length >= page.limit) break;
  }
  return found.slice(0, page.limit);
}
