import { type Actor, requireLevel } from './access.ts';
import { invalidRecords, notFound, recordNotFound, rowMissing, updatedTwice } from './airtable-error.ts';
import { isAirtableId } from './airtable-id.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableBehaviour } from './behaviour.ts';
import { deleteRows } from './delete-rows.ts';
import { type PresentedRecord, recordPresenter } from './present-record.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';
import { planUpsert } from './upsert.ts';
import {
  bodyObject,
  MAX_RECORDS_PER_REQUEST,
  type SentRecord,
  sentFields,
  sentRecords,
  type WriteOptions,
  writeOptionsOf,
} from './write-body.ts';
import { WritePlan } from './write-plan.ts';

/** The table a request is about, who sent it, and when. */
export interface TableRequest {
  readonly base: AirtableBase;
  readonly table: AirtableTable;
  readonly actor: Actor;
  readonly now: number;
  readonly behaviour: AirtableBehaviour;
}

function planFor(request: TableRequest, options: WriteOptions): WritePlan {
  const author = { user: request.actor.user, source: 'publicApi' } as const;
  const mayAddOptions = request.actor.permissionLevel === 'create';
  const { ignoresCaseOfChoices } = request.behaviour;
  const mode = { typecast: options.typecast, mayAddOptions, ignoresCaseOfChoices };
  return new WritePlan(request, { author, now: request.now }, mode);
}

/** `POST /{base}/{table}`: one record, or up to ten; the answer has the form of the request. */
export function createRecords(request: TableRequest, sent: unknown): unknown {
  const { table } = request;
  requireLevel(request.actor, 'edit', `create records in table ${table.name} (${table.id})`);
  const body = bodyObject(sent);
  const options = writeOptionsOf(body);
  const plan = planFor(request, options);
  const rows = ('records' in body ? sentRecords(body) : [{ fields: sentFields(body) }]).map(({ fields }) =>
    plan.create(fields),
  );
  plan.commit();
  const records = rows.map(recordPresenter(request, options));
  return 'records' in body ? { records } : records[0];
}

/** `PATCH` and `PUT /{base}/{table}`, with or without `performUpsert`. */
export function updateRecords(request: TableRequest, sent: unknown, how: { clearOthers: boolean }): unknown {
  requireLevel(request.actor, 'edit');
  const body = bodyObject(sent);
  const options = writeOptionsOf(body);
  const records = sentRecords(body);
  const plan = planFor(request, options);
  if (body.performUpsert !== undefined) {
    const upsert = planUpsert(request, { records, performUpsert: body.performUpsert, plan, ...how });
    plan.commit();
    return { records: upsert.rows.map(recordPresenter(request, options)), ...upsert.ids };
  }
  const rows = rowsToUpdate(request.table, records).map(({ row, fields }) => plan.update(row, fields, how));
  plan.commit();
  return { records: rows.map(recordPresenter(request, options)) };
}

/** `PATCH` and `PUT /{base}/{table}/{record}`. */
export function updateRecord(
  request: TableRequest,
  recordId: string,
  sent: { body: unknown; clearOthers: boolean },
): PresentedRecord {
  requireLevel(request.actor, 'edit');
  const row = rowAt(request, recordId);
  const body = bodyObject(sent.body);
  const options = writeOptionsOf(body);
  const plan = planFor(request, options);
  plan.update(row, sentFields(body), sent);
  plan.commit();
  return recordPresenter(request, options)(row);
}

/** `DELETE /{base}/{table}?records[]=…`: all of them or none. */
export function deleteRecords(request: TableRequest, ids: unknown): unknown {
  requireLevel(request.actor, 'edit');
  const list: unknown[] = Array.isArray(ids) ? ids : ids === undefined ? [] : [ids];
  if (list.length === 0 || list.length > MAX_RECORDS_PER_REQUEST || new Set(list).size < list.length) {
    throw invalidRecords('You must provide an array of up to 10 record IDs, each of them once.');
  }
  const rows = list.map((id) => {
    const row = request.table.rows.get(String(id));
    if (row === null) throw rowMissing(String(id));
    return row;
  });
  deleteRows(request, rows, { user: request.actor.user, source: 'publicApi' });
  return { records: rows.map(({ id }) => ({ id, deleted: true })) };
}

/** `DELETE /{base}/{table}/{record}`. */
export function deleteRecord(request: TableRequest, recordId: string): unknown {
  requireLevel(request.actor, 'edit');
  const row = rowAt(request, recordId);
  deleteRows(request, [row], { user: request.actor.user, source: 'publicApi' });
  return { id: row.id, deleted: true };
}

/** The record named in the path. */
export function rowAt({ table, behaviour }: TableRequest, recordId: string): Row {
  if (!isAirtableId('rec', recordId)) throw notFound();
  const row = table.rows.get(recordId);
  if (row === null) throw behaviour.namesMissingRecords ? recordNotFound() : notFound();
  return row;
}

function rowsToUpdate(
  table: AirtableTable,
  records: readonly SentRecord[],
): { row: Row; fields: SentRecord['fields'] }[] {
  const found = records.map(({ id, fields }) => {
    if (id === undefined) {
      throw invalidRecords(
        'You must provide an array of up to 10 record objects, each with an "id" ID field and a "fields" object for cell values.',
      );
    }
    const row = table.rows.get(id);
    if (row === null) throw rowMissing(id);
    return { row, fields };
  });
  if (new Set(found.map(({ row }) => row)).size < found.length) throw updatedTwice();
  return found;
}
