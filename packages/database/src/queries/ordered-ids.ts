import { readersOf } from '../sqlite/readers.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import { selectRow } from './select-rows.ts';
import type { Work } from './work.ts';

/** The ids of the deals `d` that meet a condition, in an order: eight bytes each, whatever their number. */
export async function orderedIds(
  work: Work,
  { condition, order }: { condition: Statement; order: string },
): Promise<Float64Array> {
  const thread = (await readersOf(work))?.thread;
  if (thread !== undefined) {
    return thread.numbers(statement`select d.id from deals d where ${condition} order by ${verbatim(order)}`);
  }
  const { ids } = await selectRow<{ ids: string }>(
    work,
    statement`select ${verbatim(work.sql.idList(order))} as ids from deals d where ${condition}`,
  );
  return Float64Array.from(JSON.parse(ids));
}
