import * as z from 'zod';
import { quote } from './quote.ts';

/** The zone of a schedule whose owner named none. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

/** Name of a zone in the IANA time zone database, such as `Europe/Paris`, in any case of letters. */
export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, {
    error: (issue) =>
      `${quote(issue.input)} n’est pas un fuseau horaire connu. Donnez un nom IANA, par exemple ${DEFAULT_TIME_ZONE} ou UTC.`,
  });

/** An offset such as `+02:00` is no zone: it knows nothing of summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
