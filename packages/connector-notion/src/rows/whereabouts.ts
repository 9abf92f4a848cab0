import { ConnectorError } from '@passerelle/connector';
import type { NotionClient } from '../client/notion-client.ts';
import { isSameId } from '../notion-id.ts';
import { getPage } from '../pages/get-page.ts';
import { checkTable } from '../table/check-table.ts';
import { isTrashed } from '../table/wire.ts';

/**
 * Where a page is. In the trash, or in another table, it is gone from this one. Notion answers 404 for a page that was
 * erased and for one that the integration was disconnected from: nobody can tell.
 *
 * @throws ConnectorError `access_lost` when the whole table is out of sight.
 */
export async function whereabouts(
  client: NotionClient,
  { tableId, externalId, signal }: { tableId: string; externalId: string; signal: AbortSignal | undefined },
): Promise<'there' | 'gone' | 'unknown'> {
  try {
    const page = await getPage(client, { id: externalId, propertyIds: [], signal });
    const parent = page.parent?.data_source_id;
    const isElsewhere = parent !== undefined && !isSameId(parent, tableId);
    return isTrashed(page) || isElsewhere ? 'gone' : 'there';
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'record_gone') throw error;
    await checkTable(client, tableId, signal);
    return 'unknown';
  }
}
