const TIMESTAMP =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?<zone>Z|[+-]\d\d:\d\d)?)?$/;

/** As we write it ourselves, which needs no taking apart. */
const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/**
 * A stored timestamp as ISO 8601 in UTC: text without zone, as older applications wrote it, is UTC. Digits are kept
 * as they are; text that is no timestamp comes back unchanged.
 */
export function isoUtc(stored: string): string {
  if (ISO_UTC.test(stored)) return stored;
  const { day, time = '00:00:00', zone = 'Z' } = TIMESTAMP.exec(stored)?.groups ?? {};
  if (day === undefined) return stored;
  if (zone === 'Z') return `${day}T${time.length === 5 ? `${time}:00` : time}Z`;
  const instant = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? stored : instant.toISOString();
}

/** A stored timestamp in milliseconds since 1970; `null` when it is none. */
export function epochMs(stored: string): number | null {
  const instant = Date.parse(isoUtc(stored));
  return Number.isNaN(instant) ? null : instant;
}
