import { parseMoment } from '../calendar.ts';

/** Stands for `#ERROR!`. */
export const FORMULA_ERROR: unique symbol = Symbol('#ERROR!');

/** What a part of a formula is worth for one row. A list is never empty: an empty cell is null. */
export type FormulaValue = string | number | boolean | Date | null | typeof FORMULA_ERROR;

/** A row is kept unless its formula gives `0`, `false`, `""`, `NaN`, nothing, or an error. */
export function isTruthy(value: FormulaValue): boolean {
  return value !== FORMULA_ERROR && Boolean(value);
}

export function asNumber(value: FormulaValue): number {
  if (value === null || value === '') return 0;
  if (value === FORMULA_ERROR) return Number.NaN;
  return Number(value);
}

export function asText(value: FormulaValue): string {
  if (value === null || value === FORMULA_ERROR) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/** Dates are taken as they are, text when it is ISO 8601. */
export function asDate(value: FormulaValue): Date | null {
  if (value instanceof Date) return value;
  if (typeof value !== 'string') return null;
  const ms = parseMoment(value);
  return ms === null ? null : new Date(ms);
}

/** Negative, zero or positive as `left` comes before, with, or after `right`; NaN when they cannot be compared. */
export function compareValues(left: FormulaValue, right: FormulaValue): number {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  // As in Airtable, text is not read as a date here: a date comes after any text, so a naive filter keeps every row.
  if (left instanceof Date && typeof right === 'string') return 1;
  if (left instanceof Date || right instanceof Date) return asNumber(left) - asNumber(right);
  if (typeof left === 'string' && typeof right === 'string')
    return left === right ? 0 : left < right ? -1 : 1;
  return asNumber(left) - asNumber(right);
}

/** Equality as `=` has it: nothing equals `""` and `0`; text is compared to the letter. */
export function equalValues(left: FormulaValue, right: FormulaValue): boolean {
  if (typeof left === 'string' || typeof right === 'string') {
    return !(left instanceof Date) && !(right instanceof Date) && asText(left) === asText(right);
  }
  return compareValues(left, right) === 0;
}
