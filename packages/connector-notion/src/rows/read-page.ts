import { ConnectorError, type RemotePage } from '@passerelle/connector';
import type { QueryAnswer } from '../pages/page-wire.ts';
import { queryTable, type TableQuery } from '../pages/query-table.ts';
import { isTrashed } from '../table/wire.ts';
import { advance } from './advance.ts';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listingFilter } from './listing-filter.ts';
import type { PageSize } from './page-size.ts';
import { readRows } from './read-rows.ts';

/**
 * For changes too: a row that is edited while we read then only joins the listing, and never moves in it, which by
 * time of edition would push other rows past the cursor.
 */
const OLDEST_FIRST = [{ timestamp: 'created_time', direction: 'ascending' }] as const;

/** Reads the page of a listing that `cursor` points at. */
export async function readPage(
  reader: RowReader & { readonly pageSize: PageSize },
  request: PlannedCall & { readonly cursor: string | null; readonly changedSince?: string | undefined },
): Promise<RemotePage> {
  const { plan, signal } = request;
  const cursor = readCursor(request.cursor, request.changedSince ?? null);
  const answer = await query(reader, {
    tableId: plan.tableId,
    propertyIds: plan.propertyIds,
    pageSize: reader.pageSize.current,
    startCursor: cursor.next,
    filter: listingFilter(cursor),
    sorts: OLDEST_FIRST,
    signal,
  });
  const step = advance(cursor, answer);
  const kept = answer.results.filter((page) => !isTrashed(page));
  const records = await readRows(reader, kept, { plan, signal });
  return { records, cursor: step.cursor && writeCursor(step.cursor), certificate: step.certificate };
}

/** Notion gives up on queries that take it too long; asking for fewer rows at a time gets them through. */
async function query(
  { client, pageSize }: RowReader & { readonly pageSize: PageSize },
  tableQuery: TableQuery,
): Promise<QueryAnswer> {
  try {
    const answer = await queryTable(client, tableQuery);
    pageSize.succeeded();
    return answer;
  } catch (error) {
    const gaveUp = error instanceof ConnectorError && (error.status === 503 || error.status === 504);
    if (gaveUp) pageSize.failed(tableQuery.pageSize);
    throw error;
  }
}
