import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import { isSameId } from '../notion-id.ts';
import { getPage } from '../pages/get-page.ts';
import type { PageAnswer } from '../pages/page-wire.ts';
import { checkTable } from '../table/check-table.ts';
import { isTrashed } from '../table/wire.ts';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { readRows } from './read-rows.ts';

/**
 * One row as it is now; `null` when it is in the trash, was moved to another table, or does not exist.
 *
 * @throws ConnectorError `access_lost` when the whole table is out of sight: not shared looks like not there.
 */
export async function readRecord(
  reader: RowReader,
  request: PlannedCall & { readonly externalId: string },
): Promise<RemoteRecord | null> {
  const { plan, externalId, signal } = request;
  const { tableId } = plan;
  const page = await getPage(reader.client, { id: externalId, propertyIds: plan.propertyIds, signal }).catch(
    async (error: unknown) => {
      if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
      await checkTable(reader.client, tableId, signal);
      return null;
    },
  );
  if (page === null || isTrashed(page) || isElsewhere(page, tableId)) return null;
  const [record] = await readRows(reader, [page], { plan, signal });
  return record ?? null;
}

function isElsewhere({ parent }: PageAnswer, tableId: string): boolean {
  return parent?.data_source_id !== undefined && !isSameId(parent.data_source_id, tableId);
}
