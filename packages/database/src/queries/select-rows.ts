import { prepared } from '../sqlite/prepared.ts';
import { readersOf } from '../sqlite/readers.ts';
import type { Statement } from '../statement.ts';
import type { Work } from './work.ts';

/** The rows of a select that is over at once. On SQLite it does not wait for a transaction that someone else holds. */
export async function selectRows<Row extends object>(
  work: Pick<Work, 'em'>,
  select: Statement,
): Promise<Row[]> {
  const connection = (await readersOf(work))?.connection;
  if (connection === undefined) return work.em.execute<Row[]>(select.text, [...select.values]);
  return prepared<Row>(connection, select.text).all(...select.values);
}

/** The rows of a select that looks at every deal: on SQLite a thread of its own does. */
export async function aggregateRows<Row extends object>(
  work: Pick<Work, 'em'>,
  select: Statement,
): Promise<Row[]> {
  const thread = (await readersOf(work))?.thread;
  return thread === undefined ? selectRows<Row>(work, select) : thread.rows<Row>(select);
}

/** The one row of such a select that always has one. */
export async function aggregateRow<Row extends object>(
  work: Pick<Work, 'em'>,
  select: Statement,
): Promise<Row> {
  return onlyRow(await aggregateRows<Row>(work, select));
}

/** The one row of a select that is over at once and always has one. */
export async function selectRow<Row extends object>(work: Pick<Work, 'em'>, select: Statement): Promise<Row> {
  return onlyRow(await selectRows<Row>(work, select));
}

function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new RangeError('a select that always has a row had none');
  return row;
}
