import { badValue } from './airtable-error.ts';
import { isDay, parseMoment } from './calendar.ts';
import type { CellContext } from './cell-context.ts';
import type { AirtableField } from './field.ts';
import { isNumericType, isTextType } from './field-types.ts';

/** What a cell will hold for a value sent without typecast; throws what Airtable answers to any other value. */
export function storeCell(field: AirtableField, value: unknown, context: CellContext): unknown {
  if (value === null || value === undefined) return undefined;
  if (isTextType(field.type)) return value === '' ? undefined : text(field, value);
  if (isNumericType(field.type)) return number(field, value);
  switch (field.type) {
    case 'rating':
      return rating(field, value);
    case 'checkbox':
      if (typeof value !== 'boolean') throw badValue(field.name);
      return value || undefined;
    case 'date':
      if (!isDay(text(field, value))) throw badValue(field.name);
      return value;
    case 'dateTime':
      return moment(field, value);
    case 'singleSelect':
      return value === '' ? undefined : context.choice(field, text(field, value));
    case 'multipleSelects':
      return list(field, value, (item) => context.choice(field, text(field, item)));
    case 'singleCollaborator':
      return collaborator(field, value, context);
    case 'multipleCollaborators':
      return list(field, value, (item) => collaborator(field, item, context));
    case 'multipleRecordLinks':
      return list(field, value, (item) => context.link(field, text(field, item)));
    case 'multipleAttachments':
      return list(field, value, (item) => attachment(field, item, context));
    case 'barcode':
      return barcode(field, value);
    default:
      throw badValue(field.name);
  }
}

function text(field: AirtableField, value: unknown): string {
  if (typeof value !== 'string') throw badValue(field.name);
  return value;
}

function number(field: AirtableField, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw badValue(field.name);
  return value;
}

function rating(field: AirtableField, value: unknown): number {
  const stars = number(field, value);
  if (!Number.isInteger(stars) || stars < 1 || stars > Number(field.options.max ?? 5))
    throw badValue(field.name);
  return stars;
}

function moment(field: AirtableField, value: unknown): string {
  const ms = parseMoment(text(field, value), String(field.options.timeZone ?? 'utc'));
  if (ms === null) throw badValue(field.name);
  return new Date(ms).toISOString();
}

/** The items stored, each once, in the order sent; an empty list is an empty cell. */
function list<T>(field: AirtableField, value: unknown, store: (item: unknown) => T): T[] | undefined {
  if (!Array.isArray(value)) throw badValue(field.name);
  return value.length === 0 ? undefined : [...new Set(value.map(store))];
}

function collaborator(field: AirtableField, value: unknown, context: CellContext): string {
  const id = context.collaborator(value);
  if (id === null) throw badValue(field.name);
  return id;
}

function attachment(field: AirtableField, value: unknown, context: CellContext): object {
  if (typeof value !== 'object' || value === null) throw badValue(field.name);
  if ('id' in value && typeof value.id === 'string') return { id: value.id };
  if (!('url' in value) || typeof value.url !== 'string' || !URL.canParse(value.url))
    throw badValue(field.name);
  const named = 'filename' in value && typeof value.filename === 'string' ? value.filename : undefined;
  const filename = named ?? (new URL(value.url).pathname.split('/').at(-1) || 'file');
  return {
    id: context.newAttachmentId(),
    url: value.url,
    filename,
    size: 0,
    type: 'application/octet-stream',
  };
}

function barcode(field: AirtableField, value: unknown): object {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw badValue(field.name);
  }
  const type = 'type' in value && typeof value.type === 'string' ? value.type : undefined;
  return { text: value.text, ...(type !== undefined && { type }) };
}
