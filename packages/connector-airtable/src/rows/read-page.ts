import { changesFrom, type ListingCertificate, type RemotePage } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { changedAfterFormula } from './formula.ts';
import { listRecords } from './list-records.ts';
import { remoteRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';

/** Which page of which listing. */
export interface PageRequest {
  readonly cursor: string | null;
  readonly changedSince?: string | undefined;
}

/** The page at the cursor. Airtable's last page is the one without offset, whatever its length. */
export async function readPage(table: TableAccess, request: PageRequest): Promise<RemotePage> {
  const changedSince = request.changedSince ?? null;
  const from = readCursor(request.cursor, changedSince);
  const answer = await listRecords(table.client, {
    ...table,
    pageSize: LARGEST_PAGE,
    offset: from?.offset,
    formula: changedSince === null ? undefined : changedAfterFormula(changesFrom(changedSince)),
  });
  const records = await remoteRecords(answer.records, table);
  const pages = (from?.pages ?? 0) + 1;
  const rows = (from?.rows ?? 0) + records.length;
  if (answer.offset !== undefined) {
    const cursor = writeCursor({ offset: answer.offset, changedSince, pages, rows });
    return { records, cursor, certificate: null };
  }
  return { records, cursor: null, certificate: certify({ pages, rows }, changedSince) };
}

function certify(seen: { pages: number; rows: number }, changedSince: string | null): ListingCertificate {
  const count = { windows: 1, ...seen, lastStatus: 'no offset' };
  return changedSince === null
    ? { complete: true, ...count }
    : { complete: false, ...count, changedSince, coveredFrom: changesFrom(changedSince) };
}
