import { type CellValue, isCalendarDay, type RemoteColumn } from '@passerelle/connector';
import { refuse } from './refuse.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DAY = String.raw`\d{4}-\d\d-\d\d`;
const TIME = String.raw`T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?`;
const ISO = new RegExp(`^${DAY}(?:${TIME})?$`);

/** A day stays a day; a moment keeps its offset; `start/end` is a period, both ends of the same kind. */
export function writeDate(value: CellValue, column: RemoteColumn): unknown {
  if (value === null || value === '') return null;
  const [start = '', end, ...rest] = typeof value === 'string' ? value.split('/') : [];
  const ends = end === undefined ? [start] : [start, end];
  const sameKind = end === undefined || start.includes('T') === end.includes('T');
  if (rest.length > 0 || !sameKind || !ends.every(isDate)) {
    throw refuse(column, value, "n'est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-03-31.");
  }
  return end === undefined ? { start } : { start, end };
}

function isDate(text: string): boolean {
  return ISO.test(text) && isCalendarDay(text.slice(0, DAY_LENGTH)) && !Number.isNaN(Date.parse(text));
}
