import type { Call } from '@passerelle/contracts';

/** The first `limit` rows; when more were found, tells the call where the next page begins. */
export function takePage<T extends { readonly id: number }>(rows: T[], limit: number, call: Call): T[] {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length > limit && last !== undefined) call.nextCursor(last.id);
  return page;
}
