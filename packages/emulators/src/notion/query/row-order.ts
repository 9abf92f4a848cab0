import type { DataSource, Page } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Filter } from './filter.ts';
import { type Sort, sortRows } from './sorts.ts';

const KEPT_ORDERS = 4;

interface KnownOrder {
  readonly revision: number;
  readonly rows: readonly Page[];
}

/** Orders of rows, each made once for as long as its data source does not change. */
export class RowOrders {
  readonly #workspace: Workspace;
  readonly #orders = new WeakMap<DataSource, Map<string, KnownOrder>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The rows in the order asked for; `key` tells one order from another. */
  rows(source: DataSource, { sorts, key }: { sorts: readonly Sort[]; key: string }): readonly Page[] {
    const [first] = sorts;
    if (first === undefined) return source.rows;
    const isByCreation = first.timestamp === 'created_time' && sorts.length === 1 && source.isInCreationOrder;
    if (isByCreation && !first.isDescending) return source.rows;
    const known = this.#orders.get(source) ?? new Map<string, KnownOrder>();
    const order = known.get(key);
    // What a lagging index knows changes with the time alone.
    const isLagging = this.#workspace.indexLagMs > 0;
    if (order !== undefined && order.revision === source.revision && !isLagging) return order.rows;
    const rows = isByCreation
      ? source.rows.toReversed()
      : sortRows(source.rows, sorts, (page) => this.#workspace.indexed(page) ?? page);
    known.delete(key);
    known.set(key, { revision: source.revision, rows });
    const [oldest] = known.keys();
    if (known.size > KEPT_ORDERS && oldest !== undefined) known.delete(oldest);
    this.#orders.set(source, known);
    return rows;
  }
}

/** Where to start looking in ordered rows: everything before is older than the filter lets through. */
export function firstCandidate(
  rows: readonly Page[],
  { sorts, filter, isLagging }: { sorts: readonly Sort[]; filter: Filter | null; isLagging: boolean },
): number {
  const timestamp = sorts[0]?.timestamp ?? null;
  if (timestamp === null || filter === null || sorts[0]?.isDescending === true || isLagging) return 0;
  const lowest = filter.lowest[timestamp];
  if (lowest === undefined) return 0;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = rows[middle];
    const at = row === undefined ? 0 : timestamp === 'created_time' ? row.createdMs : row.editedMs;
    if (at < lowest) low = middle + 1;
    else high = middle;
  }
  return low;
}
