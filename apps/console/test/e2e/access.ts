import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';

const KEY = 'correct-horse-battery-staple';

/** Who may read what the console shows. */
export function testsOfAccess(): void {
  it('asks for the key when the server wants one, refuses a wrong one, keeps the right one for the tab', async () => {
    await using guarded = await startServer({ PASSERELLE_API_KEY: KEY });
    const page = await openPage('/', { origin: guarded.origin });
    await page.getByLabel('Clé').fill('wrong');
    await page.getByRole('button', { name: 'Ouvrir Passerelle' }).click();
    await page.getByText('Cette clé est refusée').waitFor();
    await page.getByLabel('Clé').fill(KEY);
    await page.getByRole('button', { name: 'Ouvrir Passerelle' }).click();
    await page.getByText('Le CRM n’a encore aucun deal').waitFor();
    await page.reload();
    await page.getByText('Le CRM n’a encore aucun deal').waitFor();
    expect(page.url()).not.toContain(KEY);
    await page.context().close();
  });
}
