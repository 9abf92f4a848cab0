import { expect, it } from 'vitest';
import { openPage } from '../support/world.ts';

/** Deals written, moved and deleted by hand. */
export function testsOfDeals(): void {
  it('adds a deal, says what is wrong in the API’s words, and finds it in the table', async () => {
    const page = await openPage('/deals');
    await page.getByRole('button', { name: 'Ajouter un deal' }).click();
    await page.getByRole('textbox', { name: 'Client', exact: true }).fill('Verrerie Aubin');
    await page.getByRole('textbox', { name: 'Montant' }).fill('zéro');
    await page.getByRole('button', { name: 'Ajouter le deal' }).click();
    await page.getByText('« zéro »').waitFor();
    await page.getByRole('textbox', { name: 'Montant' }).fill('1 200,50 €');
    await page.getByRole('button', { name: 'Ajouter le deal' }).click();
    await page.getByRole('row', { name: /Verrerie Aubin prospect 1 200,50 €/ }).waitFor();
    await page.context().close();
  });

  it('moves a card by keyboard, and says so', async () => {
    const page = await openPage('/deals?view=board&search=Verrerie');
    await page.getByRole('button', { name: /Verrerie Aubin/ }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    const column = page.getByRole('region', { name: /^qualifié/ });
    await column.getByText('Verrerie Aubin').waitFor();
    expect(await page.getByText('« Verrerie Aubin » passe à qualifié.').count()).toBe(1);
    await page.context().close();
  });

  it('takes a deletion back, or carries it out', async () => {
    const page = await openPage('/deals?search=Verrerie');
    const remove = async () => {
      await page.getByRole('button', { name: 'Verrerie Aubin' }).click();
      await page.getByRole('button', { name: 'Supprimer…' }).click();
      await page.getByRole('button', { name: 'Supprimer le deal' }).click();
      await page.getByText('« Verrerie Aubin » est supprimé.').waitFor();
    };
    await remove();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Verrerie Aubin' }).waitFor();
    await remove();
    await page.getByRole('link', { name: 'Historique' }).click();
    await page.goBack();
    await page.getByText('Aucun deal ne répond à ces filtres.').waitFor();
    await page.context().close();
  });

  it('sorts by a column and walks the rows by keyboard', async () => {
    const page = await openPage('/deals');
    await page.getByRole('button', { name: 'Montant' }).click();
    await page.waitForURL(/sort=montant_brut&order=asc/);
    const first = page.getByRole('row').nth(1).getByRole('button');
    await first.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-index'));
    expect(focused).toBe('1');
    await page.context().close();
  });
}
