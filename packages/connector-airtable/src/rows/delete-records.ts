import { ConnectorError } from '@passerelle/connector';
import * as z from 'zod';
import { LARGEST_BATCH } from '../capabilities.ts';
import { readRecord } from './read-record.ts';
import type { TableAccess } from './table-access.ts';

const Deleted = z.object({ id: z.string(), deleted: z.literal(true) });
const ManyDeleted = z.object({ records: z.array(Deleted) });

/**
 * Deletes up to ten records in one request, all or nothing. Airtable answers a second deletion of one record as it does
 * one in a table that is gone or hidden: only where the table can be read, what was to be is so.
 *
 * @throws RangeError for a batch the interface does not allow.
 */
export async function deleteRecords(table: TableAccess, externalIds: readonly string[]): Promise<void> {
  const [only, ...others] = externalIds;
  if (only === undefined) return;
  if (externalIds.length > LARGEST_BATCH)
    throw new RangeError(`${externalIds.length} records in a batch of ${LARGEST_BATCH}`);
  const { client, baseId, tableId, signal } = table;
  const call = { method: 'DELETE', baseId, write: true, subject: 'record', signal } as const;
  const path = `/${baseId}/${tableId}`;
  if (others.length > 0) {
    const query = externalIds.map((id) => `records[]=${encodeURIComponent(id)}`).join('&');
    await client.call({ ...call, path: `${path}?${query}` }, ManyDeleted);
    return;
  }
  try {
    await client.call({ ...call, path: `${path}/${encodeURIComponent(only)}` }, Deleted);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
    if ((await readRecord(table, only)) !== null) throw error;
  }
}
