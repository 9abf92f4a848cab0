import type { DataSource, Page } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Filter } from './filter.ts';
import { firstCandidate, type RowOrders } from './row-order.ts';
import type { Sort } from './sorts.ts';

/** A query that was understood. */
export interface RowQuery {
  readonly filter: Filter | null;
  readonly sorts: readonly Sort[];
  /** Tells one order from another. */
  readonly sortKey: string;
  /** Most rows one query gives. */
  readonly cap: number;
  /** True for the rows in the trash instead of the others. */
  readonly fromTrash: boolean;
  /** Whether a row was taken from the integration that asks. */
  isHidden(page: Page): boolean;
}

/** The rows that match, in order, as far as the cap; looks no further than needed to know whether there are more. */
export function queryRows(
  workspace: Workspace,
  orders: RowOrders,
  { source, query }: { source: DataSource; query: RowQuery },
): { rows: Page[]; isCapped: boolean } {
  const { filter, sorts, cap } = query;
  const isLagging = workspace.indexLagMs > 0;
  const ordered = orders.rows(source, { sorts, key: query.sortKey });
  const rows: Page[] = [];
  for (let at = firstCandidate(ordered, { sorts, filter, isLagging }); at < ordered.length; at += 1) {
    const page = ordered[at];
    const version = page === undefined ? null : workspace.indexed(page);
    if (page === undefined || version === null || version.inTrash !== query.fromTrash) continue;
    if (query.isHidden(page)) continue;
    if (filter !== null && !filter.test(version, page)) continue;
    if (rows.length === cap) return { rows, isCapped: true };
    rows.push(page);
  }
  return { rows, isCapped: false };
}
