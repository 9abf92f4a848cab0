const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Hours of each day on the clocks of one zone, `HH:MM` each; `to` before `from` is of the next day. */
export interface QuietTimes {
  readonly from: string;
  readonly to: string;
}

/**
 * When the quiet hours that hold `instant` end: the first minute whose time, on the clocks of the zone, is not quiet;
 * `instant` itself when it is in none. Where clocks change, a time that is left out or comes twice counts as it is seen.
 */
export function endOfQuiet(instant: Date, quiet: QuietTimes, timeZone: string): Date {
  const open = (minutesFrom(quiet.to, quiet.from) + DAY_MINUTES) % DAY_MINUTES;
  const isQuiet = (minute: number) => isWithin(timeOfDay(minute * MINUTE_MS, timeZone), quiet);
  let quietMinute = Math.floor(instant.getTime() / MINUTE_MS);
  if (!isQuiet(quietMinute)) return instant;
  // Steps that cannot pass over the hours between two quiet ones; then the minute itself, by halves.
  const step = Math.min(60, open);
  while (isQuiet(quietMinute + step)) quietMinute += step;
  let openMinute = quietMinute + step;
  while (openMinute - quietMinute > 1) {
    const middle = Math.floor((quietMinute + openMinute) / 2);
    if (isQuiet(middle)) quietMinute = middle;
    else openMinute = middle;
  }
  return new Date(openMinute * MINUTE_MS);
}

/** Times of day as text compare as such. */
function isWithin(time: string, { from, to }: QuietTimes): boolean {
  return from < to ? from <= time && time < to : from <= time || time < to;
}

function minutesFrom(one: string, other: string): number {
  return minutesOf(other) - minutesOf(one);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` on the clocks of the zone. */
function timeOfDay(epochMs: number, timeZone: string): string {
  return clockOf(timeZone).format(epochMs);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}
