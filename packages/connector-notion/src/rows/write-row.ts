import type { RemoteRecord, RemoteSchema, WriteItem } from '@passerelle/connector';
import { writeCell } from '../cells/write-cell.ts';
import { PageAnswer } from '../pages/page-wire.ts';
import type { PlannedCall, RowReader } from './column-plan.ts';
import { columnsOf } from './columns.ts';
import type { OptionGate } from './option-gate.ts';
import { patchRow } from './patch-row.ts';
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
      : await patchRow(reader, {
          id: item.externalId,
          tableId: schema.tableId,
          body: { properties },
          signal,
        });
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

/**
 * The write is done, whatever comes now: a failure to fetch a long list or a name must not look like a failed write,
 * or it would be repeated. Such cells are then unreadable.
 */
export async function readWritten(
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
