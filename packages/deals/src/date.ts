import { quote } from '@passerelle/contracts';
import { accepted, type Parsed, parsed, type Reading, refused } from './reading.ts';

/** Years outside are slips of the finger, such as 0206 for 2026. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const LONGEST_DATE = 40;
const EXAMPLE = 'Écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2026-03-31.';

const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?`;
const ZONE = String.raw`(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)`;
const ISO = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ]${TIME} ?${ZONE}?)?$`,
  'i',
);
const FRENCH = /^(?<day>\d\d)\/(?<month>\d\d)\/(?<year>\d{4})$/;

/** Reads `date_echeance` into `YYYY-MM-DD`; of a date-time, the calendar day as it is written. */
export function parseDate(value: unknown): Parsed<string> {
  return parsed('date_echeance', readDate(value));
}

/** As `parseDate`, for the readers of whole deals. */
export function readDate(value: unknown): Reading<string> {
  const text = typeof value === 'string' && value.length <= LONGEST_DATE ? value.trim() : '';
  const parts = (ISO.exec(text) ?? FRENCH.exec(text))?.groups;
  if (parts === undefined) return refused(`${quote(value)} n'est pas une date. ${EXAMPLE}`);
  const { year = '', month = '', day = '' } = parts;
  if (Number(year) < FIRST_YEAR) {
    return refused(`${quote(value)} est hors des années ${FIRST_YEAR} à ${LAST_YEAR}. ${EXAMPLE}`);
  }
  if (!exists(Number(year), Number(month), Number(day))) {
    return refused(`${quote(value)} n'existe pas dans le calendrier. ${EXAMPLE}`);
  }
  return accepted(`${year}-${month}-${day}`);
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
