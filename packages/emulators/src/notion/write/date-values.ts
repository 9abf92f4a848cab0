import { expectObject, expectOnly, failedCheck } from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import type { DateValue } from '../values/cell.ts';
import { isTimeZone, readDate, type WrittenDate, writeDate } from '../values/date-value.ts';
import type { ValueReader } from './write-context.ts';

/** `date`. */
export const readDateCell: ValueReader = (value, path) => {
  if (value === null) return () => undefined;
  const date = readDateValue(value, path);
  return () => (date.end === null && date.time_zone === null ? date.start : { date });
};

/** A date object as the API keeps it. */
export function readDateValue(value: unknown, path: string): DateValue {
  const date = expectObject(value, path);
  expectOnly(date, path, ['start', 'end', 'time_zone']);
  const start = expectDate(date.start, `${path}.start`);
  const end = date.end === undefined || date.end === null ? null : expectDate(date.end, `${path}.end`);
  const timeZone = readTimeZone(date.time_zone, `${path}.time_zone`);
  for (const written of end === null ? [start] : [start, end]) {
    if (timeZone !== null && written.time === null)
      throw invalid('Cannot include a timezone when the start date does not include a time.');
    if (timeZone !== null && written.offset !== null)
      throw invalid(
        'Time zone offset cannot be set in the date string when a time zone is provided in `time_zone`.',
      );
  }
  if (end !== null && (start.time === null) !== (end.time === null))
    throw invalid('Start date and end date must both include a time, or neither.');
  return {
    start: writeDate(start, timeZone),
    end: end === null ? null : writeDate(end, timeZone),
    time_zone: timeZone,
  };
}

function expectDate(value: unknown, path: string): WrittenDate {
  if (value === undefined) throw failedCheck(path, 'defined', value);
  const date = typeof value === 'string' ? readDate(value) : null;
  if (date === null) throw failedCheck(path, 'a valid ISO 8601 date string', value);
  return date;
}

function readTimeZone(value: unknown, path: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !isTimeZone(value))
    throw failedCheck(path, 'a valid IANA time zone', value);
  return value;
}
