import type { Page } from 'playwright-core';

/** Hears what the API answers to a page; tells every text in it, in lower case, so far. */
export async function listenForData(page: Page): Promise<() => ReadonlySet<string>> {
  const texts = new Set<string>();
  await page.route('**/trpc/**', async (route) => {
    // Streams have no end to wait for; what they tell was read before.
    if (route.request().headers().accept === 'text/event-stream') return route.continue();
    const answer = await route.fetch();
    const body = await answer.text();
    // Batched answers are one JSON value a line: each string is taken wherever it stands.
    for (const [literal] of body.matchAll(/"(?:[^"\\]|\\.)*"/gu)) {
      texts.add(String(JSON.parse(literal)).replaceAll(/\s+/gu, ' ').trim().toLowerCase());
    }
    return route.fulfill({ response: answer, body });
  });
  return () => texts;
}
