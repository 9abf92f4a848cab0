import type { Browser } from 'playwright-core';

/** Opens the deals from the dashboard, goes back and forth once more, and answers what was asked a second time. */
export async function repeatedRequests(browser: Browser, origin: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.getByRole('table').nth(2).waitFor({ timeout: 120_000 });
  await page.getByRole('navigation').getByRole('link').nth(1).click();
  await page.getByRole('row').nth(10).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goBack();
  await page.getByRole('table').nth(2).waitFor();
  await page.goForward();
  await page.getByRole('row').nth(10).waitFor();
  await page.close();
  // The runs that go on are looked for every few seconds, wherever a person is.
  return asked.filter((path) => path !== '/trpc/runs.list');
}
