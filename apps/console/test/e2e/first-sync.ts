import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';

/** From no account to a first synchronisation, and back. */
export function testsOfFirstSync(): void {
  it('first visit, sandbox, test, columns, preview, import, an edit, the export of exactly that, history, undo', async () => {
    await using fresh = await startServer();
    const page = await openPage('/', { origin: fresh.origin });
    await page.getByRole('link', { name: 'Relier un service' }).click();
    await page.getByRole('link', { name: 'Connecter Airtable' }).click();
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByText('Connexion réussie').waitFor();
    await page.getByRole('region', { name: 'Trois enregistrements' }).waitFor();

    await page.getByRole('link', { name: 'Synchroniser' }).click();
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    await page.getByRole('button', { name: 'Importer 238 deals' }).click();
    await page.getByText('Résultat').first().waitFor();
    await page.waitForURL(/\/historique\/\d+$/);
    await page.getByRole('button', { name: 'Refusés (12)' }).waitFor();
    await page.getByRole('link', { name: 'Voir le tableau de bord' }).click();
    await page.getByText('dont 56 gagnés').waitFor();

    await page.getByRole('link', { name: 'Deals' }).click();
    await page.getByRole('heading', { name: 'Deals', level: 1, exact: true }).waitFor();
    await page.getByPlaceholder('Client ou notes').fill('Maison Villefargue');
    await page.getByText('1 deal', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Maison Villefargue' }).click();
    await page.getByRole('textbox', { name: 'Montant' }).fill('12 750 €');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('cell', { name: '12 750 €' }).waitFor();

    await page.getByRole('link', { name: 'Synchroniser' }).click();
    await page.getByRole('button', { name: 'CRM → Airtable' }).click();
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    await page.getByRole('button', { name: 'À modifier (1)' }).waitFor();
    await page.getByRole('button', { name: 'Exporter 1 deal' }).click();
    await page.getByRole('button', { name: 'Modifiés (1)' }).waitFor();
    await page.getByRole('link', { name: 'Historique' }).click();
    await page.getByRole('row', { name: /Export vers Airtable réussie/ }).waitFor();

    await page.getByRole('link', { name: 'Export vers Airtable' }).click();
    await page.getByRole('button', { name: 'Annuler cette exécution…' }).click();
    await page.getByRole('button', { name: 'À remettre (1)' }).waitFor();
    await page.getByText('12 750 €').waitFor();
    await page.getByRole('button', { name: 'Annuler 1 enregistrement' }).click();
    await page.getByRole('button', { name: 'Repris (1)' }).waitFor();
    await page.getByRole('link', { name: /^Annule l’exécution/ }).click();
    await page.getByRole('link', { name: /^Annulée par l’exécution/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Annuler cette exécution…' }).count()).toBe(0);
    await page.context().close();
  }, 120_000);
}
