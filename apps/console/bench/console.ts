import { openBrowser } from '../test/support/browser.ts';
import { fillFromSandbox } from '../test/support/fill.ts';
import { firstLoadBytes } from '../test/support/first-load.ts';
import { buildConsole, startServer } from '../test/support/server.ts';

/** What the console weighs, and how soon its first page is there on a slow machine and a slow network. */
await buildConsole();
await using server = await startServer();
await using browser = await openBrowser();
await fillFromSandbox(server.origin);
const bytes = await firstLoadBytes(browser, server.origin);
console.log(`console: first load of the dashboard  ${(bytes / 1024).toFixed(1)} kB of JavaScript (most 200)`);

const page = await browser.newPage();
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
// Chrome's « Fast 3G » : 1.6 Mbit/s down, 150 ms there and back.
await session.send('Network.emulateNetworkConditions', {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
});
await page.goto(server.origin, { waitUntil: 'networkidle' });
const largestPaintMs = await page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    }),
);
console.log(`console: largest paint, 4 × slower CPU, 1.6 Mbit/s  ${(largestPaintMs / 1000).toFixed(2)} s`);
const start = performance.now();
await page.getByRole('button', { name: 'Secteur' }).first().click();
await page.getByRole('checkbox').first().waitFor();
console.log(`console: first interaction, same throttling  ${Math.round(performance.now() - start)} ms`);
