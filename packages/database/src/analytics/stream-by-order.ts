import { DEAL_COLUMNS, type DealRow } from '../queries/deals.ts';
import { aggregateRow, selectRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';

/** Deals a batch holds at most. */
const BATCH = 1_000;

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
    const rows = await selectRows<DealRow>(
      work,
      statement`select ${verbatim(DEAL_COLUMNS)} from deals d where ${among}`,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield wanted.flatMap((id) => byId.get(id) ?? []);
  }
}
