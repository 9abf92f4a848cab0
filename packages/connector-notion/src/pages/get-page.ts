import type { NotionClient } from '../client/notion-client.ts';
import { PageAnswer } from './page-wire.ts';
import { onlyProperties } from './property-id.ts';

/** `GET /pages/{id}` with these values only. */
export function getPage(
  client: NotionClient,
  {
    id,
    propertyIds,
    signal,
  }: { id: string; propertyIds: readonly string[]; signal?: AbortSignal | undefined },
): Promise<PageAnswer> {
  const path = `/pages/${encodeURIComponent(id)}${onlyProperties(propertyIds)}`;
  return client.call({ method: 'GET', path, write: false, subject: 'row', signal }, PageAnswer);
}
