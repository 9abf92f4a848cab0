import { COUNT_CAP } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import type { AirtableClient } from '../client/airtable-client.ts';
import { listRecords } from '../rows/list-records.ts';
import type { Table } from '../table/wire.ts';

/** Types from the shortest value on; a cell of any other type can be long. */
const SHORT_TYPES = [
  'checkbox',
  'rating',
  'number',
  'currency',
  'percent',
  'date',
  'singleSelect',
  'dateTime',
];

/** Counts rows, reading of each the shortest cell there is, up to the cap. */
export async function countRows(
  client: AirtableClient,
  { baseId, table, signal }: { baseId: string; table: Table; signal: AbortSignal | undefined },
): Promise<{ recordCount: number; countCapped: boolean }> {
  const fieldIds = [shortestField(table)];
  let recordCount = 0;
  let offset: string | undefined;
  do {
    const page = await listRecords(client, {
      baseId,
      tableId: table.id,
      fieldIds,
      pageSize: LARGEST_PAGE,
      offset,
      signal,
    });
    recordCount += page.records.length;
    offset = page.offset;
  } while (offset !== undefined && recordCount < COUNT_CAP);
  return { recordCount: Math.min(recordCount, COUNT_CAP), countCapped: offset !== undefined };
}

function shortestField({ fields, primaryFieldId }: Table): string {
  for (const type of SHORT_TYPES) {
    const field = fields.find((candidate) => candidate.type === type);
    if (field) return field.id;
  }
  return primaryFieldId;
}
