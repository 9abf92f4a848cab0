const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A date as it was written, taken apart. */
export interface WrittenDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, or `null` for a whole day. */
  readonly time: string | null;
  /** `+HH:MM`, or `null` where none was written. */
  readonly offset: string | null;
}

/** Reads an ISO 8601 day or time; `null` for anything else, and for days that do not exist. */
export function readDate(text: string): WrittenDate | null {
  const timed = TIME.exec(text);
  const day = timed?.[1] ?? text;
  if (!isRealDay(day)) return null;
  if (timed === null) return { day, time: null, offset: null };
  const [, , hours = '', minutes = '', seconds = '00', zone] = timed;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return { day, time: `${hours}:${minutes}`, offset: zone === undefined ? null : readOffset(zone) };
}

function readOffset(zone: string): string {
  if (zone === 'Z') return '+00:00';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function isRealDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date as the API sends it: times cut to the minute, with an offset. */
export function writeDate(date: WrittenDate, timeZone: string | null): string {
  if (date.time === null) return date.day;
  const local = `${date.day}T${date.time}:00.000`;
  const offset = date.offset ?? (timeZone === null ? '+00:00' : offsetOf(local, timeZone));
  return local + offset;
}

/** True for a name the time zone database knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

function offsetOf(local: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const part = format.formatToParts(new Date(`${local}Z`)).find((found) => found.type === 'timeZoneName');
  const offset = part?.value.replace('GMT', '') ?? '';
  return offset === '' ? '+00:00' : offset;
}

/** Milliseconds since 1970 of a day (its midnight in UTC) or a time. */
export function instantOf(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
}

/** Notion keeps whole minutes, cut downwards: 11:44:50 is 11:44. */
export function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}

/** A moment as the API sends it: `2026-04-30T11:44:00.000Z`. */
export function minuteText(ms: number): string {
  return new Date(minuteOf(ms)).toISOString();
}
