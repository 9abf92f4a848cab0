import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import { listRecords } from './list-records.ts';
import { remoteRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';
import { RecordAnswer } from './wire.ts';

/**
 * The record as it is now, or `null` when Airtable itself says that it is gone, and its table can be read. Its cells can be trusted only as far
 * as the schema is fresh: Airtable leaves out a deleted column as it does an empty one, and here names none.
 */
export async function readRecord(table: TableAccess, externalId: string): Promise<RemoteRecord | null> {
  const { client, baseId, tableId, signal } = table;
  const path = `/${baseId}/${tableId}/${encodeURIComponent(externalId)}?returnFieldsByFieldId=true`;
  try {
    const record = await client.call(
      { method: 'GET', path, baseId, write: false, subject: 'record', signal },
      RecordAnswer,
    );
    const [read = null] = await remoteRecords([record], table);
    return read;
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
    return asListed(table, externalId);
  }
}

const RECORD_ID = /^rec[0-9A-Za-z]{14}$/;

/**
 * Airtable's bare 404 is the same for a record that was deleted and for a table or base that is gone or hidden: asked
 * of the table, it is an error for the latter, and no record for the former.
 */
async function asListed(table: TableAccess, externalId: string): Promise<RemoteRecord | null> {
  if (!RECORD_ID.test(externalId)) return null;
  const formula = `RECORD_ID()='${externalId}'`;
  const { records } = await listRecords(table.client, { ...table, pageSize: 1, formula });
  const [read = null] = await remoteRecords(records, table);
  return read;
}
