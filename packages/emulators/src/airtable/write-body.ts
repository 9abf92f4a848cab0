import { invalidRecords, invalidRequest, missingFields } from './airtable-error.ts';

/** The vendor takes no more records in one request. */
export const MAX_RECORDS_PER_REQUEST = 10;

/** One record of a request; `id` where it names the record to change. */
export interface SentRecord {
  readonly id: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The options that stand beside the records of a request. */
export interface WriteOptions {
  readonly typecast: boolean;
  readonly returnFieldsByFieldId: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body, when it is a JSON object. */
export function bodyObject(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw missingFields();
  return body;
}

/** The options of a request, absent ones false. In the query string they mean nothing, as with Airtable. */
export function writeOptionsOf(body: Readonly<Record<string, unknown>>): WriteOptions {
  return {
    typecast: booleanAt(body, 'typecast'),
    returnFieldsByFieldId: booleanAt(body, 'returnFieldsByFieldId'),
  };
}

/** The `records` of a request: 1 to 10, each with `fields`. */
export function sentRecords(body: Readonly<Record<string, unknown>>): SentRecord[] {
  const { records } = body;
  if (!Array.isArray(records) || records.length === 0 || records.length > MAX_RECORDS_PER_REQUEST) {
    throw invalidRecords(
      'You must provide an array of up to 10 record objects, each with a "fields" object for cell values.',
    );
  }
  return records.map((record: unknown) => {
    if (!isObject(record)) throw invalidRequest();
    if (record.id !== undefined && typeof record.id !== 'string') throw invalidRequest();
    return { id: record.id, fields: sentFields(record) };
  });
}

/** The `fields` of one record. */
export function sentFields(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (record.fields === undefined) throw missingFields();
  if (!isObject(record.fields)) throw invalidRequest();
  return record.fields;
}

function booleanAt(body: Readonly<Record<string, unknown>>, key: string): boolean {
  const value = body[key] ?? false;
  if (typeof value !== 'boolean') throw invalidRequest();
  return value;
}
