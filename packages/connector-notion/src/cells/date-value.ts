import * as z from 'zod';

/** A date as Notion answers it; `end` only for a period. */
export const DateValue = z.object({ start: z.string(), end: z.string().nullish() }).nullable();

/**
 * ISO 8601 text as Notion wrote it: a day, a moment with its offset, or a period as `start/end`. A period is told
 * as what it is: its start alone would lose the end at the next write.
 */
export function dateText(date: z.output<typeof DateValue>): string | null {
  if (date === null) return null;
  return date.end ? `${date.start}/${date.end}` : date.start;
}
