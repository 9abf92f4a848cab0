import type { Browser, Page } from 'playwright-core';
import type { TestServer } from './server.ts';

/** What the tests share, in place before the first of them. */
export const world = {} as { browser: Browser; server: TestServer };

/** Opens a page of the console as a French reader's browser would. */
export async function openPage(
  path: string,
  options: { origin?: string; width?: number } = {},
): Promise<Page> {
  const { origin = world.server.origin, width = 1280 } = options;
  const context = await world.browser.newContext({ locale: 'fr-FR', viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(origin + path);
  return page;
}
