import { failedCheck } from '../body-checks.ts';
import { instantOf, readDate, writeDate } from '../values/date-value.ts';
import { type ConditionReader, type ConditionTable, emptiness } from './conditions.ts';

const DAY_MS = 86_400_000;

/** A stretch of time: a day, or the minute of a moment. */
interface Stretch {
  readonly from: number;
  /** Not part of it. */
  readonly until: number;
}

/** Conditions on a moment in milliseconds, `null` for none. A day is compared as a whole, a time by its minute. */
export function dateConditions(now: () => number): ConditionTable<number | null> {
  const compare =
    (test: (value: number, operand: Stretch) => boolean): ConditionReader<number | null> =>
    (operand, path) => {
      const stretch = readStretch(operand, path, now());
      return (value) => value !== null && test(value, stretch);
    };
  const within =
    (range: (today: number, now: number) => Stretch): ConditionReader<number | null> =>
    (operand, path) => {
      if (typeof operand !== 'object' || operand === null) throw failedCheck(path, 'an object', operand);
      const { from, until } = range(startOfDay(now()), now());
      return (value) => value !== null && value >= from && value < until;
    };
  return {
    equals: compare((value, { from, until }) => value >= from && value < until),
    before: compare((value, { from }) => value < from),
    after: compare((value, { until }) => value >= until),
    on_or_before: compare((value, { until }) => value < until),
    on_or_after: compare((value, { from }) => value >= from),
    this_week: within((today) => {
      const from = today - new Date(today).getUTCDay() * DAY_MS;
      return { from, until: from + 7 * DAY_MS };
    }),
    past_week: within((today) => ({ from: today - 7 * DAY_MS, until: today + DAY_MS })),
    past_month: within((today) => ({ from: addMonths(today, -1), until: today + DAY_MS })),
    past_year: within((today) => ({ from: addMonths(today, -12), until: today + DAY_MS })),
    next_week: within((today) => ({ from: today, until: today + 8 * DAY_MS })),
    next_month: within((today) => ({ from: today, until: addMonths(today, 1) + DAY_MS })),
    next_year: within((today) => ({ from: today, until: addMonths(today, 12) + DAY_MS })),
    ...emptiness((value: number | null) => value === null),
  };
}

/** The earliest moment a date condition lets through, or `null` when it sets no such bound. */
export function lowerBound(condition: Readonly<Record<string, unknown>>, now: number): number | null {
  const operand = condition.on_or_after ?? condition.after ?? condition.equals;
  return operand === undefined ? null : readStretch(operand, 'body.filter', now).from;
}

function readStretch(operand: unknown, path: string, now: number): Stretch {
  if (operand === undefined) throw failedCheck(path, 'defined', operand);
  const relative = typeof operand === 'string' ? RELATIVE[operand] : undefined;
  if (relative !== undefined) return wholeDay(relative(startOfDay(now)));
  const date = typeof operand === 'string' ? readDate(operand) : null;
  if (date === null) throw failedCheck(path, 'a valid ISO 8601 date string', operand);
  const from = instantOf(writeDate(date, null));
  return date.time === null ? wholeDay(from) : { from, until: from + 60_000 };
}

const RELATIVE: Readonly<Record<string, (today: number) => number>> = {
  today: (today) => today,
  tomorrow: (today) => today + DAY_MS,
  yesterday: (today) => today - DAY_MS,
  one_week_ago: (today) => today - 7 * DAY_MS,
  one_week_from_now: (today) => today + 7 * DAY_MS,
  one_month_ago: (today) => addMonths(today, -1),
  one_month_from_now: (today) => addMonths(today, 1),
};

function wholeDay(from: number): Stretch {
  return { from, until: from + DAY_MS };
}

function startOfDay(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/** The same day of another month, or its last day where the month is shorter. */
function addMonths(day: number, months: number): number {
  const date = new Date(day);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), last) - 1) * DAY_MS;
}
