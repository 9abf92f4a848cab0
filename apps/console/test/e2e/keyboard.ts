import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fillFromSandbox } from '../support/fill.ts';
import { startServer } from '../support/server.ts';
import { focused, tabThrough, tabTo } from '../support/walk.ts';
import { openPage, world } from '../support/world.ts';

/** The console without a mouse. */
export function testsOfKeyboard(): void {
  beforeAll(() => fillFromSandbox(world.server.origin), 60_000);

  it('goes from the first visit to the result of the first import by keyboard alone', async () => {
    await using fresh = await startServer();
    const page = await openPage('/', fresh);
    await page.getByText('Le CRM n’a encore aucun deal').waitFor();

    // The first press leads past the navigation.
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Relier un service');
    await page.keyboard.press('Enter');
    await headed(page, 'Connecteurs');
    await tabTo(page, 'Connecter Airtable');
    await page.keyboard.press('Enter');
    await headed(page, 'Connecter Airtable');
    await tabTo(page, 'Utiliser le bac à sable');
    await page.keyboard.press('Enter');
    await page.getByText('Connexion réussie').waitFor();

    // Once more the test, then a column changed and put back, and a dialog left without a trace.
    await tabTo(page, 'Tester de nouveau');
    await page.keyboard.press('Enter');
    await page.getByText('Connexion réussie').waitFor();
    await tabTo(page, 'Colonne pour notes');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect((await focused(page)).name).toBe('Colonne pour notes');

    await tabTo(page, /Relier les valeurs du statut/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Statut pour « À rappeler »');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toMatch(/Relier les valeurs du statut/);

    await tabTo(page, 'Voir l’aperçu', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await headed(page, 'Synchroniser');
    await tabTo(page, 'Faire un aperçu');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Importer 238 deals' }).waitFor();
    await tabTo(page, 'Importer 238 deals');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Résultat' }).waitFor();
    await tabTo(page, /^Créés/);
    await page.keyboard.press('Enter');
    await page.getByText('créé', { exact: true }).first().waitFor();
    await page.context().close();
  }, 120_000);

  it.each(['/', '/deals', '/connecteurs/airtable', '/synchroniser', '/historique', '/historique/1'])(
    'walks %s from its first control past its last, each seen when it is reached, in the order of reading',
    async (path) => {
      const page = await openPage(path);
      await page.waitForLoadState('networkidle');
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(8);
      expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
      expect(stops.filter(({ name }) => name === '')).toEqual([]);
      const order = stops.map(({ order }) => order);
      expect(order).toEqual(order.toSorted((one, other) => one - other));
      await page.context().close();
    },
    60_000,
  );

  it.each([
    { path: '/', opener: 'Importer un CSV' },
    { path: '/', opener: 'Secteur' },
    { path: '/deals', opener: 'Échéance' },
    { path: '/deals', opener: 'Ajouter un deal' },
    { path: '/connecteurs/airtable', opener: 'Supprimer la connexion…' },
  ])('gives the focus back to « $opener » when what it opened is closed', async ({ path, opener }) => {
    const page = await openPage(path);
    await page.waitForLoadState('networkidle');
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.locator(':focus').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe(opener);
    await page.context().close();
  });
}

/** The page that opened is the one named, and those who listen are told so. */
async function headed(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.locator('h1:focus').waitFor();
}
