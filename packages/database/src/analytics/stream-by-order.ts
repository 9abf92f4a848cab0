import { setImmediate as turn } from 'node:timers/promises';
import { DEAL_COLUMNS, type DealRow } from '../queries/deals.ts';
import { aggregateRow, selectRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';

/** Deals a batch holds at most. */
const BATCH = 200;

/**
 * The deals `d` that meet a condition, batch by batch in an order that no index has: their ids are put in order once,
 * a few bytes each, and the rows read as they are asked for. A deal removed meanwhile is left out.
 */
export async function* streamByOrder(
  work: Work,
  { condition, order }: { condition: Statement; order: string },
): AsyncGenerator<DealRow[]> {
  const { ids: listed } = await aggregateRow<{ ids: string }>(
    work,
    statement`select ${verbatim(work.sql.idList(order))} as ids from deals d where ${condition}`,
  );
  const ids: number[] = JSON.parse(listed);
  for (let start = 0; start < ids.length; start += BATCH) {
    const wanted = ids.slice(start, start + BATCH);
    const among: Statement = { text: work.sql.isAmong('d.id', 'integer'), values: [JSON.stringify(wanted)] };
    // Others have their turn: on SQLite reading a batch waits for nothing.
    await turn();
    yield await selectRows<DealRow>(
      work,
      statement`select ${verbatim(DEAL_COLUMNS)} from deals d where ${among} order by ${verbatim(order)}`,
    );
  }
}
