import { ConnectorError, type RemoteRecord, type WriteItem } from '@passerelle/connector';
import { LARGEST_BATCH } from '../capabilities.ts';
import { writeCell } from '../cells/write-cell.ts';
import * as sentences from '../client/sentences.ts';
import type { Field } from '../table/wire.ts';
import type { AdmittedBatch } from './option-gate.ts';
import { writtenRecords } from './remote-records.ts';
import type { TableAccess } from './table-access.ts';
import { type RecordAnswer, RecordsAnswer } from './wire.ts';

/**
 * Creates (POST) or changes (PATCH: only the cells named; PUT would empty all others) up to ten records in one
 * request, all or nothing. With `typecast` only where the batch was admitted to add options: it changes values and
 * adds records in linked tables as well, which the checks of each cell rule out.
 *
 * @throws RangeError for a batch the interface does not allow.
 */
export async function writeBatch(
  table: TableAccess,
  { items, fields, addsOptions }: AdmittedBatch & { items: readonly WriteItem[] },
): Promise<RemoteRecord[]> {
  if (items.length === 0) return [];
  const ids = items.flatMap(({ externalId }) => externalId ?? []);
  checkBatch(items, ids);
  const isCreation = ids.length === 0;
  const { client, baseId, tableId, signal } = table;
  const answer = await client.call(
    {
      method: isCreation ? 'POST' : 'PATCH',
      path: `/${baseId}/${tableId}`,
      baseId,
      body: {
        records: items.map((item) => toWire(item, fields)),
        ...(addsOptions ? { typecast: true } : {}),
        returnFieldsByFieldId: true,
      },
      write: true,
      subject: isCreation ? 'table' : 'record',
      signal,
    },
    RecordsAnswer,
  );
  return writtenRecords(inOrderSent(answer.records, { ids, count: items.length }), table);
}

function checkBatch(items: readonly WriteItem[], ids: readonly string[]): void {
  if (items.length > LARGEST_BATCH)
    throw new RangeError(`${items.length} records in a batch of ${LARGEST_BATCH}`);
  if (ids.length !== 0 && ids.length !== items.length)
    throw new RangeError('creates and updates in one batch');
  if (new Set(ids).size !== ids.length) throw new RangeError('the same record twice in one batch');
}

function toWire({ externalId, cells }: WriteItem, fields: ReadonlyMap<string, Field>) {
  const written = Object.entries(cells).map(([columnId, value]) => {
    const field = fields.get(columnId);
    if (!field) throw new RangeError(`cell of ${columnId}, which is no column of the table`);
    return [columnId, writeCell(field, value)] as const;
  });
  return { ...(externalId === null ? {} : { id: externalId }), fields: Object.fromEntries(written) };
}

/** Answers come in the order sent; an update's are matched by id all the same. */
function inOrderSent(
  records: readonly RecordAnswer[],
  { ids, count }: { ids: readonly string[]; count: number },
): RecordAnswer[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const ordered = ids.length === 0 ? [...records] : ids.flatMap((id) => byId.get(id) ?? []);
  if (ordered.length === count && byId.size === count) return ordered;
  throw new ConnectorError('outcome_unknown', sentences.WRITTEN_INCOMPLETE);
}
