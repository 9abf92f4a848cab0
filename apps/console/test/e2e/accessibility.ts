import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fillFromSandbox } from '../support/fill.ts';
import { showView, THEMES, VIEWS, WIDTHS } from '../support/pages.ts';
import { openPage, world } from '../support/world.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that a theme can break; the others are the same in both and are tried in the first. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 AA, as far as a machine can tell, on everything a person can have in front of them. */
export function testsOfAccessibility(): void {
  beforeAll(() => fillFromSandbox(world.server.origin), 60_000);

  it.each(VIEWS)(
    'finds nothing wrong on $name, in both themes at three widths',
    async (view) => {
      const page = await openPage(view.path);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await showView(page, world.server.origin, view);
      const found: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          const rules = colorScheme === THEMES[0] ? TAGS : RULES_OF_COLOUR;
          found.push(...(await faultsOf(page, rules)).map((fault) => `${colorScheme} ${width} ${fault}`));
        }
      }
      expect(found.join('\n')).toBe('');
      await page.context().close();
    },
    90_000,
  );
}

/** What axe finds wrong in a page: the rule, and where. */
export async function faultsOf(page: Page, runOnly: readonly string[] = TAGS): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
