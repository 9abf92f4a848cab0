import type { NotionClient } from '../client/notion-client.ts';
import { QueryAnswer } from './page-wire.ts';
import { onlyProperties } from './property-id.ts';

/** One page of a query of a table. */
export interface TableQuery {
  readonly tableId: string;
  /** Values wanted; the title alone when there are none. */
  readonly propertyIds: readonly string[];
  readonly pageSize: number;
  readonly startCursor?: string | null | undefined;
  readonly filter?: Readonly<Record<string, unknown>> | undefined;
  readonly sorts?: readonly Readonly<Record<string, string>>[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** `POST /data_sources/{id}/query`, once. */
export function queryTable(client: NotionClient, query: TableQuery): Promise<QueryAnswer> {
  const { tableId, propertyIds, pageSize, startCursor, filter, sorts, signal } = query;
  return client.call(
    {
      method: 'POST',
      path: `/data_sources/${tableId}/query${onlyProperties(propertyIds)}`,
      body: {
        page_size: pageSize,
        ...(startCursor ? { start_cursor: startCursor } : {}),
        ...(filter ? { filter } : {}),
        ...(sorts ? { sorts } : {}),
      },
      write: false,
      subject: 'table',
      signal,
    },
    QueryAnswer,
  );
}
