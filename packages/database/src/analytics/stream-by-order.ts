import { orderedIds } from '../queries/ordered-ids.ts';
import { selectRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { listedDealJson } from '../sqlite/listed-deal-json.ts';
import { readersOf } from '../sqlite/readers.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import {
  LISTED_COLUMNS,
  type ListAnswer,
  type ListBatch,
  type ListItem,
  type ListShape,
  type ShownDeal,
} from './listed-deal.ts';

/** Which deals `d` a list shows, in an order that no index has, and the days it tells of each. */
export interface OrderedList {
  readonly condition: Statement;
  readonly order: string;
  /** A whole number. */
  readonly days: Statement;
}

/** Deals a batch holds at most. */
const BATCH = 200;

const SELECTED = LISTED_COLUMNS.map((name) => `d.${name}`).join(', ');

/**
 * The deals of a list, batch by batch; memory does not grow with their number. A SQLite file is read once, in a thread
 * that writes the JSON too. Elsewhere the ids are put in order, a few bytes each, and the rows read as they are asked
 * for: a deal removed meanwhile is left out.
 */
export async function* streamByOrder<const Shape extends ListShape>(
  work: Work,
  list: OrderedList,
  answer: ListAnswer<Shape>,
): AsyncGenerator<ListBatch<Shape>> {
  const thread = (await readersOf(work))?.thread;
  if (thread !== undefined) {
    const json = listedDealJson(answer.shape, list.days);
    yield* thread.texts(
      statement`select ${json} from deals d where ${list.condition} order by ${verbatim(list.order)}`,
    );
    return;
  }
  const ids = await orderedIds(work, list);
  for (let start = 0; start < ids.length; start += BATCH) {
    const deals = await dealsInOrder(work, list, ids.slice(start, start + BATCH));
    yield deals.map((deal) => itemOf(deal, answer));
  }
}

type ReadDeal = Omit<ShownDeal, 'deadline' | 'amount_shown'>;

async function dealsInOrder(work: Work, { days }: OrderedList, ids: readonly number[]): Promise<ReadDeal[]> {
  const among: Statement = { text: work.sql.isAmong('d.id', 'integer'), values: [JSON.stringify(ids)] };
  const rows = await selectRows<ReadDeal>(
    work,
    statement`select ${verbatim(SELECTED)}, ${days} as days from deals d where ${among}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

function itemOf<Shape extends ListShape>(
  deal: ReadDeal,
  { shape, showAmount }: ListAnswer<Shape>,
): ListItem<Shape> {
  const shown: ShownDeal = {
    ...deal,
    deadline: deal.date_echeance ?? '',
    amount_shown: showAmount(deal.montant_brut),
  };
  const members = Object.entries(shape).map(([name, member]) => [name, shown[member] ?? null]);
  return Object.fromEntries(members) as ListItem<Shape>;
}
