import type { CellValue } from '@passerelle/connector';
import { isKnownType } from '../table/field-rules.ts';
import type { Field } from '../table/wire.ts';
import { gather, gatherResults } from './gather.ts';
import { readObject } from './read-object.ts';
import { inTimeZone } from './time-zone.ts';
import * as bad from './unreadable.ts';

/** The name of a linked record, when it could be found. */
export type LinkNames = (recordId: string) => string | undefined;

/** What a value of a cell is: the field's own type, or that of a computed field's result. */
interface ValueType {
  readonly type: string;
  readonly timeZone: string | undefined;
}

const PERSON_TYPES = new Set(['singleCollaborator', 'createdBy', 'lastModifiedBy']);
const LIST_TYPES = new Set([
  'multipleSelects',
  'multipleCollaborators',
  'multipleRecordLinks',
  'multipleAttachments',
]);

/** What single values of these types are in JSON. Ids of links, say, must never be read as the text they replaced. */
const SHAPES: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
  singleLineText: 'string',
  multilineText: 'string',
  richText: 'string',
  email: 'string',
  url: 'string',
  phoneNumber: 'string',
  date: 'string',
  dateTime: 'string',
  singleSelect: 'string',
  number: 'number',
  currency: 'number',
  percent: 'number',
  duration: 'number',
  rating: 'number',
  checkbox: 'boolean',
};

/**
 * What a field holds, in the words every provider shares. `raw` is `undefined` for an empty cell, which Airtable
 * leaves out. Never throws: a bad value is an unreadable cell.
 */
export function readCell(field: Field, raw: unknown, names: LinkNames): CellValue {
  if (raw === undefined || raw === null) return field.type === 'checkbox' ? false : null;
  if (!isKnownType(field.type)) return bad.unknownType(field.type);
  const shape = isError(raw) ? undefined : SHAPES[field.type];
  if (shape !== undefined && typeof raw !== shape) return bad.RETYPED;
  const valueType = valueTypeOf(field);
  if (!Array.isArray(raw)) {
    const cell = readValue(raw, valueType, names);
    return PERSON_TYPES.has(field.type) && typeof cell === 'string' ? [cell] : cell;
  }
  // A lookup may nest lists: one per linked record.
  const cells = raw.flat(5).map((value: unknown) => readValue(value, valueType, names));
  return LIST_TYPES.has(field.type) ? gather(cells) : gatherResults(cells);
}

function valueTypeOf({ type, options }: Field): ValueType {
  const result = options?.result;
  return result
    ? { type: result.type, timeZone: result.options?.timeZone }
    : { type, timeZone: options?.timeZone };
}

/** One value, by its shape: the types say too little of what formulas and lookups hold. */
function readValue(raw: unknown, { type, timeZone }: ValueType, names: LinkNames): CellValue {
  if (raw === null || raw === undefined || raw === '') return null;
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw === 'object') return readObject(raw);
  if (typeof raw !== 'string') return bad.UNDOCUMENTED;
  if (type === 'multipleRecordLinks') return names(raw) ?? bad.LINK_UNNAMED;
  return timeZone !== undefined && raw.endsWith('Z') ? inTimeZone(raw, timeZone) : raw;
}

/** `{"error": …}` and `{"specialValue": …}`, which stand for a value of any type. */
function isError(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && ('error' in raw || 'specialValue' in raw);
}
