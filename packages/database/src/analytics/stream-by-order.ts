import { setImmediate as turn } from 'node:timers/promises';
import type { DealRow } from '../queries/deals.ts';
import { orderedIds } from '../queries/ordered-ids.ts';
import { selectRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';

/** What is shown of a deal in a list of figures. */
const COLUMNS = [
  'id',
  'client',
  'statut',
  'montant_brut',
  'secteur',
  'date_echeance',
  'assignee',
  'updated_at',
] as const satisfies (keyof DealRow)[];
const SELECTED = COLUMNS.map((name) => `d.${name}`).join(', ');

/** A deal in a list of figures. */
export type ListedDeal = Pick<DealRow, (typeof COLUMNS)[number]>;

/** Deals a batch holds at most. */
const BATCH = 200;

/**
 * The deals `d` that meet a condition, batch by batch in an order that no index has: their ids are put in order once,
 * a few bytes each, and the rows read as they are asked for. A deal removed meanwhile is left out.
 */
export async function* streamByOrder(
  work: Work,
  { condition, order }: { condition: Statement; order: string },
): AsyncGenerator<ListedDeal[]> {
  const ids = await orderedIds(work, { condition, order });
  for (let start = 0; start < ids.length; start += BATCH) {
    // Others have their turn: on SQLite reading a batch waits for nothing.
    await turn();
    yield await dealsInOrder(work, ids.subarray(start, start + BATCH));
  }
}

async function dealsInOrder(work: Work, ids: Float64Array): Promise<ListedDeal[]> {
  const wanted = [...ids];
  const among: Statement = { text: work.sql.isAmong('d.id', 'integer'), values: [JSON.stringify(wanted)] };
  const rows = await selectRows<ListedDeal>(
    work,
    statement`select ${verbatim(SELECTED)} from deals d where ${among}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => byId.get(id)).filter((row) => row !== undefined);
}
