import axe, { type AxeResults } from 'axe-core';
import { expect, it } from 'vitest';
import { fillFromSandbox } from '../support/fill.ts';
import { PAGES, THEMES, WIDTHS } from '../support/pages.ts';
import { openPage, world } from '../support/world.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA, as far as a machine can tell, on every page in both themes at three widths. */
export function testsOfAccessibility(): void {
  it('prepares every page', () => fillFromSandbox(world.server.origin), 60_000);

  it.each(PAGES)(
    'finds nothing wrong on $name',
    async ({ path }) => {
      const page = await openPage(path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe.source);
      const found: string[] = [];
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const { violations } = await page.evaluate<AxeResults>(
            `axe.run(document, ${JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] })})`,
          );
          for (const { id, nodes } of violations) {
            found.push(
              `${colorScheme} ${width} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
            );
          }
        }
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    90_000,
  );
}
