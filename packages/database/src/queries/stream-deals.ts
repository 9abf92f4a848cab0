import { setImmediate as turn } from 'node:timers/promises';
import { statement, verbatim } from '../statement.ts';
import { type DealFilter, dealCondition } from './deal-filter.ts';
import { DEAL_COLUMNS, type DealRow } from './deals.ts';
import { selectRow, selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** Deals a batch holds at most, unless its reader says else. */
const BATCH = 500;

/** Ids looked at in one step at most. */
const WIDEST_STEP = 100_000;

/** What a step should take: on SQLite nothing else in the process runs meanwhile. */
const SHORT_STEP_MS = 15;
const LONG_STEP_MS = 30;

/**
 * The deals that match, in the order of their ids, batch by batch: memory does not grow with the table, and nothing
 * waits for the end of it. Deals that are there from start to end are given once; those inserted meanwhile are not.
 */
export async function* streamDeals(
  work: Work,
  filter: DealFilter = {},
  { after = 0, batch = BATCH }: { after?: number; batch?: number } = {},
): AsyncGenerator<DealRow[]> {
  const { last } = await selectRow<{ last: number | null }>(
    work,
    statement`select max(id) as last from deals`,
  );
  let width = batch;
  for (let from = after; last !== null && from < last; ) {
    const window = { after: from, through: Math.min(from + width, last) };
    // Others have their turn: on SQLite a step waits for nothing.
    await turn();
    const started = performance.now();
    const rows = await selectRows<DealRow>(
      work,
      statement`select ${verbatim(DEAL_COLUMNS)} from deals d
        where d.id > ${window.after} and d.id <= ${window.through} and ${dealCondition(work, filter, window)}
        order by d.id limit ${batch}`,
    );
    const tookMs = performance.now() - started;
    if (rows.length > 0) yield rows;
    from = rows.length === batch ? (rows.at(-1)?.id ?? last) : window.through;
    width = nextWidth(width, { tookMs, fill: rows.length / batch });
    if (rows.length === 0) from = (await idBefore(work, from)) ?? last;
  }
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

/** Wide where few deals match and finding them is quick. */
function nextWidth(width: number, { tookMs, fill }: { tookMs: number; fill: number }): number {
  if (tookMs > LONG_STEP_MS) return Math.max(1, Math.floor(width / 2));
  return tookMs < SHORT_STEP_MS && fill < 0.5 ? Math.min(width * 2, WIDEST_STEP) : width;
}

/** The id to go on behind, past a gap that may be wide. */
async function idBefore(work: Work, from: number): Promise<number | null> {
  const { next } = await selectRow<{ next: number | null }>(
    work,
    statement`select min(id) as next from deals where id > ${from}`,
  );
  return next === null ? null : next - 1;
}
