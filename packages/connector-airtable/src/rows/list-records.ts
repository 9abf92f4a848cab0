import { ConnectorError } from '@passerelle/connector';
import type { AirtableClient } from '../client/airtable-client.ts';
import * as sentences from '../client/sentences.ts';
import { ListAnswer } from './wire.ts';

/** Airtable refuses addresses longer than 16,000 characters; its official client turns to POST at 15,000. */
const LONGEST_PATH = 14_000;

/** Which records and which of their cells. */
export interface Listing {
  readonly baseId: string;
  readonly tableId: string;
  /** Never empty: without any, Airtable answers every field. */
  readonly fieldIds: readonly string[];
  readonly pageSize: number;
  readonly offset?: string | undefined;
  readonly formula?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One page of records, by GET, or by the POST of the same meaning when the address would be too long. */
export async function listRecords(client: AirtableClient, listing: Listing): Promise<ListAnswer> {
  const { baseId, tableId, fieldIds, pageSize, offset, formula, signal } = listing;
  const path = `/${baseId}/${tableId}`;
  const query = new URLSearchParams([
    ['pageSize', String(pageSize)],
    ['returnFieldsByFieldId', 'true'],
    ...fieldIds.map((id): [string, string] => ['fields[]', id]),
    ...(formula === undefined ? [] : [['filterByFormula', formula] as [string, string]]),
    ...(offset === undefined ? [] : [['offset', offset] as [string, string]]),
  ]);
  const about = { baseId, write: false, subject: 'table', signal } as const;
  const short = `${path}?${query}`;
  const answer = await client.call(
    short.length <= LONGEST_PATH
      ? { ...about, method: 'GET', path: short }
      : {
          ...about,
          method: 'POST',
          path: `${path}/listRecords`,
          body: { pageSize, returnFieldsByFieldId: true, fields: fieldIds, filterByFormula: formula, offset },
        },
    ListAnswer,
  );
  if (answer.offset !== undefined && answer.offset === offset) {
    throw new ConnectorError('answer_unreadable', sentences.LISTING_TURNS);
  }
  return answer;
}
