/** Airtable's names for « no zone of its own »; a `client` column is stored and read as UTC by the API. */
const UTC_NAMES = new Set(['utc', 'client']);

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Making a format is slow, and a table has one zone for thousands of cells. `null` for a zone we do not know. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  if (UTC_NAMES.has(timeZone)) return null;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** Minutes that clocks in the zone are ahead of UTC at that moment. */
function offsetMinutes(at: number, timeZone: string): number {
  const parts = formatOf(timeZone)?.formatToParts(at) ?? [];
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * The moment as clocks in the zone show it, with its offset. Airtable answers UTC, in which an evening in Paris is
 * still the same day but a midnight is the day before: whoever takes the day of the text must get the right one.
 */
export function inTimeZone(utc: string, timeZone: string): string {
  const at = Date.parse(utc);
  const minutes = offsetMinutes(at, timeZone);
  if (Number.isNaN(at) || minutes === 0) return utc;
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
  const absolute = Math.abs(minutes);
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(absolute / 60)}:${two(absolute % 60)}`;
}

/** The first moment of a day (`YYYY-MM-DD`) in the zone, in UTC. */
export function startOfDay(day: string, timeZone: string): string {
  const midnightUtc = Date.parse(`${day}T00:00:00.000Z`);
  const guess = midnightUtc - offsetMinutes(midnightUtc, timeZone) * 60_000;
  return new Date(midnightUtc - offsetMinutes(guess, timeZone) * 60_000).toISOString();
}
