import type { RemotePage } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listRecords } from './list-records.ts';
import { remoteRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';

/** The page at the cursor. Airtable's last page is the one without offset, whatever its length. */
export async function readPage(table: TableAccess, cursor: string | null): Promise<RemotePage> {
  const from = readCursor(cursor);
  const answer = await listRecords(table.client, {
    ...table,
    pageSize: LARGEST_PAGE,
    offset: from?.offset,
  });
  const records = await remoteRecords(answer.records, table);
  const pages = (from?.pages ?? 0) + 1;
  const rows = (from?.rows ?? 0) + records.length;
  if (answer.offset !== undefined) {
    return { records, cursor: writeCursor({ offset: answer.offset, pages, rows }), certificate: null };
  }
  return {
    records,
    cursor: null,
    certificate: { complete: true, windows: 1, pages, rows, lastStatus: 'no offset' },
  };
}
