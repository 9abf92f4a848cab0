import { dayOf } from './calendar.ts';
import type { AirtableField } from './field.ts';

/** Times are answered cut to seconds; a column that shows days answers the day. */
export function timeOf(field: AirtableField, ms: number): string {
  const result = field.options.result;
  const isDate = typeof result === 'object' && result !== null && 'type' in result && result.type === 'date';
  return isDate ? dayOf(ms) : isoSecond(ms);
}

/** ISO 8601 with milliseconds always `.000`, as every time Airtable keeps itself. */
export function isoSecond(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
