import type { Browser } from 'playwright-core';

/** Milliseconds until the largest part of the dashboard is painted, and from a first press to what it opens. */
interface FirstVisit {
  readonly largestPaintMs: number;
  readonly interactionMs: number;
}

/** A first visit with a fast third-generation phone's network and a processor four times slower than this one. */
export async function firstVisit(browser: Browser, origin: string): Promise<FirstVisit> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 94_000,
  });
  await page.goto(origin);
  await page.getByRole('table').first().waitFor({ timeout: 120_000 });
  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const start = performance.now();
  await page.getByRole('search').getByRole('button').first().click();
  await page.getByRole('checkbox').first().waitFor({ timeout: 60_000 });
  const interactionMs = performance.now() - start;
  await page.close();
  return { largestPaintMs, interactionMs };
}
