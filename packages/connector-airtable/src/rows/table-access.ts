import type { CallOptions, RemoteSchema } from '@passerelle/connector';
import type { AirtableClient } from '../client/airtable-client.ts';
import type { AirtableBase } from '../table/base.ts';
import type { Field } from '../table/wire.ts';
import type { LinkNameBook } from './link-names.ts';

/** What every call on records starts from: where they are and the columns asked for. */
export interface TableAccess {
  readonly client: AirtableClient;
  readonly linkNames: LinkNameBook;
  readonly baseId: string;
  readonly tableId: string;
  /** The columns asked for, in that order. */
  readonly fields: readonly Field[];
  /** What to ask Airtable for: those columns, or the primary one when none are. */
  readonly fieldIds: readonly [string, ...string[]];
  readonly signal: AbortSignal | undefined;
}

/** Finds the columns asked for in the table as last read; costs a request only when they are not known. */
export async function openTable(
  { client, base, linkNames }: { client: AirtableClient; base: AirtableBase; linkNames: LinkNameBook },
  request: CallOptions & { schema: RemoteSchema; columnIds: readonly string[] },
): Promise<TableAccess> {
  const { schema, columnIds, signal } = request;
  const table = await base.table(schema.tableId, { columnIds, signal });
  const byId = new Map(table.fields.map((field) => [field.id, field]));
  const fields = columnIds.flatMap((id) => byId.get(id) ?? []);
  const [first = table.primaryFieldId, ...others] = columnIds;
  return {
    client,
    linkNames,
    baseId: schema.baseId,
    tableId: schema.tableId,
    fields,
    fieldIds: [first, ...others],
    signal,
  };
}
