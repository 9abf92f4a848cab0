import { asDate, asNumber, asText, FORMULA_ERROR, type FormulaValue, isTruthy } from './formula-value.ts';

/** A function of values alone; those that look at the row or skip arguments are in `compile.ts`. */
export interface FormulaFunction {
  readonly min: number;
  readonly max: number;
  apply(args: readonly FormulaValue[]): FormulaValue;
}

const UNIT_LENGTHS: Readonly<Record<string, number>> = {
  millisecond: 24,
  second: 19,
  minute: 16,
  hour: 13,
  day: 10,
  month: 7,
  year: 4,
};

function onDates(compare: (left: Date, right: Date, unit: string) => boolean) {
  return (args: readonly FormulaValue[]): FormulaValue => {
    const [left, right] = [asDate(args[0] ?? null), asDate(args[1] ?? null)];
    if (left === null || right === null) return FORMULA_ERROR;
    const unit = asText(args[2] ?? 'millisecond').replace(/s$/, '');
    return UNIT_LENGTHS[unit] === undefined ? FORMULA_ERROR : compare(left, right, unit);
  };
}

const cut = (date: Date, unit: string): string => date.toISOString().slice(0, UNIT_LENGTHS[unit]);

/** The functions beside those of `compile.ts`; any other name makes the formula invalid. */
export const FORMULA_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  NOT: { min: 1, max: 1, apply: ([value = null]) => (value === FORMULA_ERROR ? value : !isTruthy(value)) },
  BLANK: { min: 0, max: 0, apply: () => null },
  TRUE: { min: 0, max: 0, apply: () => true },
  FALSE: { min: 0, max: 0, apply: () => false },
  ERROR: { min: 0, max: 0, apply: () => FORMULA_ERROR },
  IS_AFTER: { min: 2, max: 3, apply: onDates((left, right, unit) => cut(left, unit) > cut(right, unit)) },
  IS_BEFORE: { min: 2, max: 3, apply: onDates((left, right, unit) => cut(left, unit) < cut(right, unit)) },
  IS_SAME: { min: 2, max: 3, apply: onDates((left, right, unit) => cut(left, unit) === cut(right, unit)) },
  DATETIME_PARSE: { min: 1, max: 3, apply: ([value = null]) => asDate(value) ?? FORMULA_ERROR },
  // A zone changes how a date prints, not which moment it is.
  SET_TIMEZONE: { min: 2, max: 2, apply: ([value = null]) => asDate(value) ?? FORMULA_ERROR },
  LOWER: { min: 1, max: 1, apply: ([value = null]) => asText(value).toLowerCase() },
  UPPER: { min: 1, max: 1, apply: ([value = null]) => asText(value).toUpperCase() },
  TRIM: { min: 1, max: 1, apply: ([value = null]) => asText(value).trim() },
  LEN: { min: 1, max: 1, apply: ([value = null]) => asText(value).length },
  EXACT: { min: 2, max: 2, apply: ([left = null, right = null]) => asText(left) === asText(right) },
  FIND: { min: 2, max: 2, apply: ([part = null, whole = null]) => asText(whole).indexOf(asText(part)) + 1 },
  VALUE: { min: 1, max: 1, apply: ([value = null]) => asNumber(value) },
};
