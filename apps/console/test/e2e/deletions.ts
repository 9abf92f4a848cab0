import { expect, it } from 'vitest';
import { callApi, fillFromSandbox, JSON_TYPE } from '../support/fill.ts';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';
import { faultsOf } from './accessibility.ts';

/** Deals lost by one side, and the person who decides. */
export function testsOfDeletions(): void {
  it('asks what becomes of deleted deals, chooses nothing beforehand, and brings them back when told so', async () => {
    await using fresh = await startServer();
    await fillFromSandbox(fresh.origin);
    const headers = JSON_TYPE;
    const body = JSON.stringify({ deletion: 'flag' });
    await callApi(fresh.origin, '/connectors/airtable/policies', { method: 'PUT', headers, body });
    for (const id of [1, 2, 3]) await callApi(fresh.origin, `/deals/${id}`, { method: 'DELETE' });
    await callApi(fresh.origin, '/sync/airtable/export', { method: 'POST' });
    const page = await openPage('/synchroniser', fresh);
    const panel = page.getByRole('region', { name: '3 deals supprimés sont encore dans Airtable' });
    await panel.getByRole('listitem').nth(2).waitFor();
    expect(await panel.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await panel.getByRole('button', { name: 'Choisissez d’abord' }).isDisabled()).toBe(true);
    await panel.getByRole('radio', { name: 'Les archiver dans Airtable aussi' }).check();
    await panel.getByText('3 ne pourront pas être rendus par le service.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await panel.getByRole('radio', { name: 'Ramener les 3 deals dans le CRM' }).check();
    await panel.getByRole('button', { name: 'Ramener 3 enregistrements' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(await callApi(fresh.origin, '/deals/2')).toMatchObject({ success: true });
    await page.context().close();
  }, 90_000);
}
