import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';

/** Setting up a connection, from no account to a mapping. */
export function testsOfConnectors(): void {
  it('goes from no account to a tested sandbox, its mapping tried on three live records', async () => {
    await using fresh = await startServer();
    const page = await openPage('/connecteurs', fresh);
    await page.getByRole('link', { name: 'Connecter Airtable' }).click();
    await page.getByText('D’abord le jeton').waitFor();
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByText('Connexion réussie : table « Deals », 250 enregistrements.').waitFor();
    const samples = page.getByRole('region', { name: 'Trois enregistrements' });
    const tried = samples.getByText(/Serait importé|montant_brut/);
    await tried.nth(2).waitFor();
    expect(await tried.count()).toBe(3);
    await page.getByRole('combobox', { name: 'Colonne pour secteur' }).click();
    const barred = page.getByRole('option', { name: /Due Date/ });
    expect(await barred.textContent()).toContain('contient des dates : secteur demande');
    expect(await barred.getAttribute('data-combobox-disabled')).toBe('true');
    await page.context().close();
  }, 60_000);

  it('tells a refused token line by line with its remedy, and a new one loses nothing else', async () => {
    await using fresh = await startServer({ AIRTABLE_API_URL: 'http://127.0.0.1:9/v0' });
    const page = await openPage('/connecteurs/airtable', fresh);
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByText('Connexion réussie').waitFor();
    await page.getByRole('button', { name: 'Remplacer le jeton' }).click();
    await page.getByLabel('Jeton Airtable').fill('patNobody');
    await page.getByRole('button', { name: 'Enregistrer le jeton' }).click();
    const network = page.getByRole('listitem').filter({ hasText: 'Réseau' });
    await network.getByText('à corriger').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Remplacer le jeton' }).click();
    await page.getByLabel('Jeton Airtable').fill('sandbox');
    await page.getByRole('button', { name: 'Enregistrer le jeton' }).click();
    await page.getByText('Connexion réussie : table « Deals », 250 enregistrements.').waitFor();
    expect(await page.content()).not.toContain('patNobody');
    await page.context().close();
  }, 60_000);

  it('pairs the remote statuses that nothing translates, counted on the gear', async () => {
    await using fresh = await startServer();
    const page = await openPage('/connecteurs/airtable', fresh);
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByRole('button', { name: 'Relier les valeurs du statut : 2 sans statut' }).click();
    await page.getByLabel('Statut pour « À rappeler »').selectOption('qualifié');
    await page.getByRole('button', { name: 'Enregistrer les statuts' }).click();
    await page.getByRole('button', { name: 'Relier les valeurs du statut : 1 sans statut' }).waitFor();
    const answer = await fetch(`${fresh.origin}/api/connectors/airtable/policies`);
    expect(await answer.json()).toMatchObject({ data: { status_values: { 'À rappeler': 'qualifié' } } });
    await page.context().close();
  }, 60_000);

  it('removes a connection only once it is confirmed, and then offers the first step again', async () => {
    await using fresh = await startServer();
    const page = await openPage('/connecteurs/notion', fresh);
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByRole('button', { name: 'Supprimer la connexion…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Supprimer la connexion…' }).click();
    await page.getByRole('button', { name: 'Supprimer Notion' }).click();
    await page.getByLabel('Jeton Notion').waitFor();
    const answer = await fetch(`${fresh.origin}/api/connectors/config`);
    expect(await answer.json()).toMatchObject({ data: [] });
    await page.context().close();
  }, 60_000);
}
