import type { RemoteRecord } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import { equalsFormula } from './formula.ts';
import { listRecords } from './list-records.ts';
import { remoteRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';
import type { RecordAnswer } from './wire.ts';

/** A column and the text it must hold. */
export interface TextSearch {
  readonly columnId: string;
  readonly value: string;
}

/**
 * Records whose column holds exactly the value. Airtable's formula makes the choice and every hit is compared again,
 * as its `=` may be kinder than ours; a text that no formula can hold is looked for in the whole table.
 */
export async function findByText(
  table: TableAccess,
  { columnId, value }: TextSearch,
): Promise<RemoteRecord[]> {
  const fieldIds = [...new Set([...table.fieldIds, columnId])];
  const found: RecordAnswer[] = [];
  let offset: string | undefined;
  do {
    const page = await listRecords(table.client, {
      ...table,
      fieldIds,
      pageSize: LARGEST_PAGE,
      formula: equalsFormula(columnId, value) ?? undefined,
      offset,
    });
    found.push(...page.records.filter(({ fields }) => fields[columnId] === value));
    offset = page.offset;
  } while (offset !== undefined);
  return remoteRecords(found, table);
}
