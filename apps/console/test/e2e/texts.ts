import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { DEAL_FIELDS, STATUTS } from '@passerelle/contracts/vocabulary';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fillFromSandbox } from '../support/fill.ts';
import { listenForData } from '../support/listen-for-data.ts';
import { markCatalogue, withoutMarked } from '../support/marked-catalogue.ts';
import { showView, VIEWS } from '../support/pages.ts';
import { readTexts } from '../support/read-texts.ts';
import { openPage, world } from '../support/world.ts';

/** The same in every language: names, the vocabulary of deals, and the signs of what a column holds. */
const NAMES = ['Passerelle', 'EN', 'Aa', 'j', 'pat', ...PROVIDERS, ...DEAL_FIELDS, ...STATUTS];

/** That whatever a person reads or hears came from the catalogue, or is data that the API gave. */
export function testsOfTexts(): void {
  beforeAll(() => fillFromSandbox(world.server.origin), 60_000);

  it.each(VIEWS)(
    'finds no word on $name that is neither of the catalogue nor of the data',
    async (view) => {
      const page = await openPage('about:blank', { origin: '' });
      await markCatalogue(page);
      const data = await listenForData(page);
      await showView(page, world.server.origin, view);
      expect(await page.title()).toContain('⟦');
      expect(await strangersOn(page, data())).toEqual([]);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    },
    60_000,
  );

  it('finds a word that came from elsewhere', async () => {
    const page = await openPage('about:blank', { origin: '' });
    await page.setContent('<main>⟦Deux ⟦mots⟧⟧ <b title="Bulle">de trop</b> 12 500 € <i>Noirval</i></main>');
    expect(await strangersOn(page, new Set(['noirval']))).toEqual(['Bulle', 'de trop']);
    await page.context().close();
  });
}

/** Texts of a page, attributes included, that are neither of the catalogue, nor data, nor a quantity. */
async function strangersOn(page: Page, data: ReadonlySet<string>): Promise<string[]> {
  const known = new Set([...data, ...NAMES.map((name) => name.toLowerCase())]);
  const texts = (await readTexts(page)).flatMap((text) => withoutMarked(text).split(/ ?· ?/u));
  return [...new Set(texts)].filter(
    (text) =>
      /\p{L}/u.test(text) && !known.has(text.toLowerCase()) && !QUANTITIES.some((one) => one.test(text)),
  );
}

/** What the formats of a language write by themselves, and addresses. */
const QUANTITIES = [
  /^[\d\s/.,:+−–-]+\s?(€|%|s|min|h|j)?(\s?\d+\s?s)?$/u,
  /^(il y a|dans) \d+ \p{L}+\.?$/u,
  /^\p{L}+ \d{1,2} \p{L}+ \d{4} à \d\d:\d\d:\d\d [\w+:−-]+$/u,
  // A time zone has one name.
  /^[A-Z]\w+(\/[\w-]+)+$|^UTC$/u,
  /^https:\/\/\S+$/u,
];
