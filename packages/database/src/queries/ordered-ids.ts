import { type Statement, statement, verbatim } from '../statement.ts';
import { selectRow } from './select-rows.ts';
import type { Work } from './work.ts';

/** The ids of the deals `d` that meet a condition, in an order. */
export async function orderedIds(
  work: Work,
  { condition, order }: { condition: Statement; order: string },
): Promise<number[]> {
  const { ids } = await selectRow<{ ids: string }>(
    work,
    statement`select ${verbatim(work.sql.idList(order))} as ids from deals d where ${condition}`,
  );
  return JSON.parse(ids);
}
