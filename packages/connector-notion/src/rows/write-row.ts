import { ConnectorError, type RemoteRecord, type RemoteSchema, type WriteItem } from '@passerelle/connector';
import { writeCell } from '../cells/write-cell.ts';
import { PageAnswer } from '../pages/page-wire.ts';
import { checkTable } from '../table/check-table.ts';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { columnsOf } from './columns.ts';
import type { OptionGate } from './option-gate.ts';
import { readAsShown, readRows } from './read-rows.ts';

/** Creates or changes one row and answers it as Notion now holds it. */
export async function writeRow(
  reader: RowReader & { readonly options: OptionGate },
  request: PlannedCall & {
    readonly schema: RemoteSchema;
    readonly item: WriteItem;
    readonly createOptionsFor: readonly string[];
  },
): Promise<RemoteRecord> {
  const { schema, plan, item, createOptionsFor, signal } = request;
  const columns = columnsOf(schema, Object.keys(item.cells));
  const properties: Record<string, unknown> = {};
  for (const column of columns) {
    const value = item.cells[column.id] ?? null;
    const about = { tableId: schema.tableId, createOptionsFor, signal };
    properties[column.id] = writeCell(value, await reader.options.admit(value, column, about));
  }
  const page =
    item.externalId === null
      ? await create(reader, { tableId: schema.tableId, properties, signal })
      : await update(reader, { id: item.externalId, tableId: schema.tableId, properties, signal });
  return readWritten(reader, page, { plan, signal });
}

interface Write {
  readonly tableId: string;
  readonly properties: Record<string, unknown>;
  readonly signal?: AbortSignal | undefined;
}

function create({ client }: RowReader, { tableId, properties, signal }: Write): Promise<PageAnswer> {
  const body = { parent: { type: 'data_source_id', data_source_id: tableId }, properties };
  return client.call(
    { method: 'POST', path: '/pages', body, write: true, subject: 'table', signal },
    PageAnswer,
  );
}

/** A row that is gone and a table that is gone answer alike: only the table tells which it is. */
async function update(
  { client }: RowReader,
  { id, tableId, properties, signal }: Write & { readonly id: string },
): Promise<PageAnswer> {
  const path = `/pages/${encodeURIComponent(id)}`;
  try {
    const call = {
      method: 'PATCH',
      path,
      body: { properties },
      write: true,
      subject: 'row',
      signal,
    } as const;
    return await client.call(call, PageAnswer);
  } catch (error) {
    const isGone = error instanceof ConnectorError && error.code === 'record_gone' && error.status === 404;
    if (isGone) await checkTable(client, tableId, signal);
    throw error;
  }
}

/**
 * The write is done, whatever comes now: a failure to fetch a long list or a name must not look like a failed write,
 * or it would be repeated. Such cells are then unreadable.
 */
async function readWritten(
  reader: RowReader,
  page: PageAnswer,
  { plan, signal }: PlannedCall,
): Promise<RemoteRecord> {
  const shown = await readAsShown(reader, page, plan);
  try {
    const [whole] = await readRows(reader, [page], { plan, signal });
    return whole ?? shown;
  } catch {
    return shown;
  }
}
