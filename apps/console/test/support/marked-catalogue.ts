import type { Page } from 'playwright-core';
import french from '../../src/language/fr/index.ts';

/** The first words of the catalogue, by which its file is known among those of a build. */
const [FIRST = ''] = Object.values(french);

/** Has a page speak a catalogue whose every message stands between ⟦ and ⟧. */
export async function markCatalogue(page: Page): Promise<void> {
  const marked = Object.fromEntries(Object.entries(french).map(([key, message]) => [key, `⟦${message}⟧`]));
  await page.route('**/assets/*.js', async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    // The console itself names no message: only the file of the language holds its words.
    if (!body.includes(FIRST)) return route.fulfill({ response: answer, body });
    return route.fulfill({ response: answer, body: `export default ${JSON.stringify(marked)}` });
  });
}

/** What of a text did not come from the marked catalogue. */
export function withoutMarked(text: string): string {
  let [before, after] = ['', text];
  // A message may be filled with another: the innermost first.
  while (before !== after) [before, after] = [after, after.replaceAll(/⟦[^⟦⟧]*⟧/gu, '')];
  return after.replaceAll(/\s+/gu, ' ').trim();
}
