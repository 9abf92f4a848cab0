import * as z from 'zod';
import type { NotionClient } from '../client/notion-client.ts';

/** Resolves when the table can be seen; throws `ConnectorError` `access_lost` when it cannot. */
export async function checkTable(
  client: NotionClient,
  tableId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const path = `/data_sources/${tableId}`;
  await client.call({ method: 'GET', path, write: false, subject: 'table', signal }, z.unknown());
}
