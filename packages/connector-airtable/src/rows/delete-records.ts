import { ConnectorError, type RemoteSchema } from '@passerelle/connector';
import * as z from 'zod';
import { LARGEST_BATCH } from '../capabilities.ts';
import type { AirtableClient } from '../client/airtable-client.ts';

const Deleted = z.object({ id: z.string(), deleted: z.literal(true) });
const ManyDeleted = z.object({ records: z.array(Deleted) });

/**
 * Deletes up to ten records in one request, all or nothing. Airtable answers a second deletion of one record with an
 * error: what was to be is so.
 *
 * @throws RangeError for a batch the interface does not allow.
 */
export async function deleteRecords(
  client: AirtableClient,
  {
    schema,
    externalIds,
    signal,
  }: { schema: RemoteSchema; externalIds: readonly string[]; signal?: AbortSignal | undefined },
): Promise<void> {
  const [only, ...others] = externalIds;
  if (only === undefined) return;
  if (externalIds.length > LARGEST_BATCH)
    throw new RangeError(`${externalIds.length} records in a batch of ${LARGEST_BATCH}`);
  const { baseId, tableId } = schema;
  const call = { method: 'DELETE', baseId, write: true, subject: 'record', signal } as const;
  const table = `/${baseId}/${tableId}`;
  if (others.length > 0) {
    const query = externalIds.map((id) => `records[]=${encodeURIComponent(id)}`).join('&');
    await client.call({ ...call, path: `${table}?${query}` }, ManyDeleted);
    return;
  }
  try {
    await client.call({ ...call, path: `${table}/${encodeURIComponent(only)}` }, Deleted);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
  }
}
