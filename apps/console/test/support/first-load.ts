import type { Browser } from 'playwright-core';

/** Bytes of JavaScript, as sent, that the dashboard fetches until nothing more comes. */
export async function firstLoadBytes(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.js'))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(origin);
  // Everything that the page asked for is shown.
  await page.locator('main:not(:has([aria-busy=true])) > *').first().waitFor({ timeout: 120_000 });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return total;
}
