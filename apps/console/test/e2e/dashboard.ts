import { expect, it } from 'vitest';
import { openPage } from '../support/world.ts';

const FILE = [
  'client;statut;montant_brut;secteur;assignee',
  'Atelier Morel;gagné;8 500,50 €;Industrie;Claire Dubois',
  'Maison Vidal;prospect;1000;Conseil;Karim Haddad',
  'Sans montant;prospect;;Conseil;',
].join('\n');

/** The dashboard, from an empty CRM to a filtered view. */
export function testsOfDashboard(): void {
  it('teaches where the first deals come from, takes a CSV, and tells each refused row with its reason', async () => {
    const page = await openPage('/');
    await page.getByText('Le CRM n’a encore aucun deal').waitFor();
    await page.getByRole('button', { name: 'Importer un CSV' }).first().click();
    const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('2 deals ajoutés').waitFor();
    await page.getByText('1 ligne refusée').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Ligne 4' }).textContent()).toContain(
      'montant_brut',
    );
    await page.getByRole('button', { name: 'Voir le tableau de bord' }).click();
    await page.getByText('dont 1 gagné').waitFor();
    await page.context().close();
  });

  it('narrows every figure by the filters of the address, and keeps them over a reload', async () => {
    const page = await openPage('/');
    await page.getByRole('button', { name: 'Statut' }).click();
    await page.getByRole('checkbox', { name: 'gagné', exact: true }).check();
    await page.waitForURL(/statut=gagn/);
    await page.reload();
    await page.getByText('Statut : 1').waitFor();
    await page.getByRole('table', { name: 'Responsables' }).getByText('Claire Dubois').waitFor();
    expect(await page.getByText('Karim Haddad').count()).toBe(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporter en CSV' }).click();
    const lines = (await textOf(await (await download).createReadStream())).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Atelier Morel');
    await page.context().close();
  });

  it('computes in the page what a larger average deal would bring', async () => {
    const page = await openPage('/');
    const slider = page.getByRole('slider', { name: 'Et si le panier moyen changeait ?' });
    await slider.focus();
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('ArrowRight');
    // 8 500,50 × 1 + 1 000 × 0,1, and a tenth more.
    await page.getByText('9 461 €').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe('+10 %');
    await page.context().close();
  });

  it('speaks English as well, at once and at the next visit', async () => {
    const page = await openPage('/');
    await page.getByRole('button', { name: 'Read this page in English' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Pipeline by status' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk.toString();
  return text;
}
