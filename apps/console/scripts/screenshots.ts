import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { fillFromSandbox } from '../test/support/fill.ts';
import { PAGES, THEMES, WIDTHS } from '../test/support/pages.ts';
import { buildConsole, startServer } from '../test/support/server.ts';

/** `npm run screenshots [page…]`: every page in both themes at three widths, to be looked at. */
const wanted = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', 'test-results', 'screenshots');
mkdirSync(folder, { recursive: true });
await buildConsole();
const [browser, server] = await Promise.all([openBrowser(), startServer()]);
await fillFromSandbox(server.origin);
for (const colorScheme of THEMES) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ colorScheme, locale: 'fr-FR', viewport: { width, height: 900 } });
    for (const { name, path } of PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      await page.goto(server.origin + path, { waitUntil: 'networkidle' });
      // As tall as the page, so that what sticks to the window stands where a reader sees it.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, 900) });
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) });
      await page.setViewportSize({ width, height: 900 });
    }
    await page.close();
  }
}
await browser.close();
await server.stop();
console.log(`Captures dans ${folder}`);
