import { ConnectorError } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import type { NotionClient } from '../client/notion-client.ts';
import type { QueryAnswer } from './page-wire.ts';
import { queryTable, type TableQuery } from './query-table.ts';

/** Every page of one query, in a row. Notion may end it at its cap: `request_status` of the last answer tells. */
export async function* queryAll(
  client: NotionClient,
  query: Omit<TableQuery, 'pageSize' | 'startCursor'>,
): AsyncGenerator<QueryAnswer, void> {
  let startCursor: string | null = null;
  for (;;) {
    const answer = await queryTable(client, { ...query, pageSize: LARGEST_PAGE, startCursor });
    yield answer;
    if (!answer.has_more) return;
    if (!answer.next_cursor || answer.next_cursor === startCursor) {
      throw new ConnectorError(
        'answer_unreadable',
        'Notion annonce une suite sans dire où elle commence. Réessayez dans quelques minutes.',
      );
    }
    startCursor = answer.next_cursor;
  }
}
