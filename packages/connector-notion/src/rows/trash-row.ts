import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { patchRow } from './patch-row.ts';
import { readWritten } from './write-row.ts';

/** Puts one row in the trash; one that is there, or that does not exist any more, is done. */
export async function trashRow(
  reader: RowReader,
  call: { readonly id: string; readonly tableId: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  try {
    await patchRow(reader, { ...call, body: { in_trash: true } });
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
  }
}

/** Takes one row out of the trash and answers it as Notion now holds it. */
export async function restoreRow(
  reader: RowReader,
  { plan, signal, id }: PlannedCall & { readonly id: string },
): Promise<RemoteRecord> {
  const page = await patchRow(reader, { id, tableId: plan.tableId, body: { in_trash: false }, signal });
  return readWritten(reader, page, { plan, signal });
}
