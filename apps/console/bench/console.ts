import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openBrowser } from '../test/support/browser.ts';
import { firstLoadBytes } from '../test/support/first-load.ts';
import { buildConsole, startServer } from '../test/support/server.ts';
import { longestFrameMs } from './longest-frame.ts';

const SEED = fileURLToPath(import.meta.resolve('@passerelle/api/scripts/seed.ts'));
const DEALS = 100_000;

/** What the console weighs, how soon its first page is there on a slow machine, and how a long table scrolls. */
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const DATABASE_URL = `sqlite:${join(folder, 'crm.db')}`;
await buildConsole();
await promisify(execFile)(process.execPath, [SEED, '--deals', String(DEALS)], {
  cwd: folder,
  env: { DATABASE_URL },
});
{
  await using server = await startServer({ DATABASE_URL });
  await using browser = await openBrowser();
  const bytes = await firstLoadBytes(browser, server.origin);
  console.log(
    `console: first load of the dashboard  ${(bytes / 1024).toFixed(1)} kB of JavaScript (most 200)`,
  );

  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // A fast third-generation phone: 1.6 Mbit/s down, 150 ms there and back.
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
  console.log(`console: largest paint, CPU 4 × slower, 1.6 Mbit/s  ${(largestPaintMs / 1000).toFixed(2)} s`);
  const start = performance.now();
  await page.getByRole('button', { name: 'Secteur' }).first().click();
  await page.getByRole('checkbox').first().waitFor();
  console.log(`console: first interaction, likewise  ${Math.round(performance.now() - start)} ms`);

  const table = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await table.goto(`${server.origin}/deals`, { waitUntil: 'networkidle' });
  const frameMs = await longestFrameMs(table);
  console.log(`console: ${DEALS} deals scrolled, longest frame  ${frameMs.toFixed(0)} ms (most 50)`);
}
rmSync(folder, { recursive: true });
