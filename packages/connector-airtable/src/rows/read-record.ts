import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import { remoteRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';
import { RecordAnswer } from './wire.ts';

/**
 * The record as it is now, or `null` when Airtable itself says that it is gone. Its cells can be trusted only as far
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
    if (error instanceof ConnectorError && error.code === 'record_gone') return null;
    throw error;
  }
}
