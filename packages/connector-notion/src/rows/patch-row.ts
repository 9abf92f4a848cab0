import { ConnectorError } from '@passerelle/connector';
import { PageAnswer } from '../pages/page-wire.ts';
import { checkTable } from '../table/check-table.ts';
import type { RowReader } from './column-plan.ts';

/** Changes one row. A row that is gone and a table that is gone answer alike: only the table tells which it is. */
export async function patchRow(
  { client }: RowReader,
  {
    id,
    tableId,
    body,
    signal,
  }: { id: string; tableId: string; body: object; signal?: AbortSignal | undefined },
): Promise<PageAnswer> {
  const path = `/pages/${encodeURIComponent(id)}`;
  try {
    const call = { method: 'PATCH', path, body, write: true, subject: 'row', signal } as const;
    return await client.call(call, PageAnswer);
  } catch (error) {
    const isGone = error instanceof ConnectorError && error.code === 'record_gone' && error.status === 404;
    if (isGone) await checkTable(client, tableId, signal);
    throw error;
  }
}
