import { type CellValue, ConnectorError, type RemoteColumn, type RemoteRecord } from '@passerelle/connector';
import type { PageAnswer } from '../pages/page-wire.ts';
import { queryAll } from '../pages/query-all.ts';
import { isTrashed } from '../table/wire.ts';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { readRows } from './read-rows.ts';
import { textFilter } from './text-filter.ts';

/** Rows whose `column` holds exactly this text. The column must be among those of the plan. */
export async function findByText(
  reader: RowReader,
  request: PlannedCall & { readonly column: RemoteColumn; readonly value: string },
): Promise<RemoteRecord[]> {
  const { column, value, plan, signal } = request;
  const pages = await allPages(reader, { plan, signal, filter: textFilter(column, value) });
  const records = await readRows(reader, pages, { plan, signal });
  return records.filter(({ cells }) => holds(cells[column.id], value));
}

async function allPages(
  { client }: RowReader,
  { plan, signal, filter }: PlannedCall & { readonly filter: Record<string, unknown> },
): Promise<PageAnswer[]> {
  const { tableId, propertyIds } = plan;
  const pages: PageAnswer[] = [];
  for await (const answer of queryAll(client, { tableId, propertyIds, filter, signal })) {
    pages.push(...answer.results.filter((page) => !isTrashed(page)));
    if (answer.request_status?.type === 'incomplete') {
      throw new ConnectorError(
        'listing_incomplete',
        'Trop de lignes Notion portent ce texte pour être toutes lues. Distinguez-les, puis réessayez.',
      );
    }
  }
  return pages;
}

function holds(cell: CellValue | undefined, value: string): boolean {
  if (typeof cell === 'number') return String(cell) === value;
  return Array.isArray(cell) ? cell.includes(value) : cell === value;
}
