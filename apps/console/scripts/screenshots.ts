import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { fillFromSandbox } from '../test/support/fill.ts';
import { showView, THEMES, VIEWS, WIDTHS } from '../test/support/pages.ts';
import { buildConsole, startServer } from '../test/support/server.ts';

/** `npm run screenshots [view…]`: every page and dialog in both themes at three widths, to be looked at. */
const wanted = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', 'test-results', 'screenshots');
mkdirSync(folder, { recursive: true });
await buildConsole();
const [browser, server] = await Promise.all([openBrowser(), startServer()]);
await fillFromSandbox(server.origin);
for (const view of VIEWS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await showView(page, server.origin, view);
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      // As tall as the page, so that what sticks to the window stands where a reader sees it.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, 900) });
      await page.screenshot({ path: join(folder, `${view.name}-${colorScheme}-${width}.png`) });
    }
  }
  await context.close();
}
await browser.close();
await server.stop();
console.log(`Captures dans ${folder}`);
