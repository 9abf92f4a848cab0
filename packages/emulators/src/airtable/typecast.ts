import { dayOf, isDay, parseMoment, parseWrittenDay } from './calendar.ts';
import type { AirtableField } from './field.ts';
import { isNumericType, isTextType } from './field-types.ts';

/**
 * What Airtable's typecast makes of a value before it is stored: the column's type where it can be read as that,
 * else null (an empty cell). Options and links that do not exist yet are made later, when the cell is stored.
 */
export function typecast(field: AirtableField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isTextType(field.type)) return asText(value);
  if (isNumericType(field.type)) return asNumber(value);
  switch (field.type) {
    case 'rating':
      return asRating(value, Number(field.options.max ?? 5));
    case 'checkbox':
      return value === true || /^(true|checked|yes|oui|1|x)$/i.test(asText(value).trim());
    case 'date':
      return asDay(field, value);
    case 'dateTime':
      return asMoment(field, value);
    case 'singleSelect':
      return Array.isArray(value) ? (value[0] ?? null) : asText(value);
    case 'multipleSelects':
    case 'multipleRecordLinks':
      return typeof value === 'string' ? splitNames(value) : value;
    case 'singleCollaborator':
      return value;
    case 'multipleCollaborators':
      return Array.isArray(value) ? value : [value];
    case 'barcode':
      return typeof value === 'string' ? { text: value } : value;
    default:
      return value;
  }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const digits = value.replace(/[^0-9.eE+-]/g, '');
  const number = Number.parseFloat(digits);
  return Number.isFinite(number) ? number : null;
}

function asRating(value: unknown, max: number): number | null {
  const number = asNumber(value);
  return number === null || number < 1 ? null : Math.min(Math.round(number), max);
}

function asDay(field: AirtableField, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isDay(value)) return value;
  const ms = parseMoment(value);
  return ms === null ? parseWrittenDay(value, dateFormatOf(field)) : dayOf(ms);
}

function asMoment(field: AirtableField, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (parseMoment(value) !== null) return value;
  return parseWrittenDay(value, dateFormatOf(field));
}

function dateFormatOf(field: AirtableField): string {
  const format = field.options.dateFormat;
  return typeof format === 'object' && format !== null && 'name' in format ? String(format.name) : 'iso';
}

function splitNames(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name.length > 0);
}
