import { type Sandbox, startSandbox } from '@passerelle/emulators';
import { expect, it } from 'vitest';
import { callApi, fillFromSandbox, JSON_TYPE } from '../support/fill.ts';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';
import { faultsOf } from './accessibility.ts';

const TOKEN = 'patSlow.e2e';
const BASE = { base_id: 'appPasserelle0001', table_name: 'Deals' };

/** A server whose vendor answers as slowly as told, reached with a token of its own. */
async function slowVendor(latencyMs: number) {
  const stack = new AsyncDisposableStack();
  const vendor: Sandbox = await startSandbox({ latencyMs, limits: 'off', tokens: [TOKEN] });
  stack.defer(() => vendor.close());
  const server = stack.use(await startServer({ AIRTABLE_API_URL: vendor.airtable.url }));
  const start = async (token: string): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const config = { method: 'PUT', headers, body: JSON.stringify({ ...BASE, api_token: token }) };
    await callApi(server.origin, '/connectors/config/airtable', config);
    const run = { method: 'POST', headers, body: JSON.stringify({ direction: 'import' }) };
    const { data } = (await callApi(server.origin, '/sync/airtable/runs', run)) as { data: { id: number } };
    return data.id;
  };
  return { origin: server.origin, start, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** Runs that take long, are stopped, or fail. */
export function testsOfRuns(): void {
  it('shows a run as it goes on, finds it again after a reload, and stops it', async () => {
    await using vendor = await slowVendor(1500);
    const id = await vendor.start(TOKEN);
    const page = await openPage(`/historique/${id}`, { origin: vendor.origin });
    await page.getByRole('heading', { name: 'Lecture de la table' }).waitFor();
    await page.reload();
    await page.getByRole('progressbar', { name: 'Lecture de la table' }).waitFor();
    await page.getByRole('link', { name: /airtable en cours/i }).waitFor();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await page.getByText('arrêtée', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Reprendre' }).waitFor();
    await page.context().close();
  }, 120_000);

  it('follows a run by its stream on every page, to its result, without asking for it meanwhile', async () => {
    await using vendor = await slowVendor(2500);
    const page = await openPage('/', { origin: vendor.origin });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const id = await vendor.start(TOKEN);
    await page.getByRole('link', { name: /airtable en cours/i }).click();
    await page.waitForURL(new RegExp(`/historique/${id}$`));
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('heading', { name: 'Résultat' }).waitFor();
    expect(asked.filter((url) => url.includes('runs.events'))).toHaveLength(1);
    expect(asked.filter((url) => url.includes('runs.get')).length).toBeLessThanOrEqual(2);
    await page.context().close();
  }, 120_000);

  it('follows a run by asking for it where its stream is broken', async () => {
    await using vendor = await slowVendor(1000);
    const page = await openPage('/', { origin: vendor.origin });
    await page.route('**/trpc/runs.events*', (route) => route.abort());
    const id = await vendor.start(TOKEN);
    await page.goto(`${vendor.origin}/historique/${id}`);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('heading', { name: 'Résultat' }).waitFor();
    await page.context().close();
  }, 120_000);

  it('counts refusals by cause, corrects one in place, and tries it again alone', async () => {
    await using fresh = await startServer();
    await fillFromSandbox(fresh.origin);
    const page = await openPage('/historique/1', fresh);
    await page.getByRole('list', { name: 'Causes des refus' }).getByRole('listitem').nth(1).waitFor();
    const refused = page.getByRole('listitem').filter({ hasText: 'Tréhorel & Associés' });
    await refused.getByLabel('Montant').fill('8 500,50');
    await refused.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await refused.getByText('corrigé, à reprendre').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await refused.getByRole('button', { name: 'Reprendre', exact: true }).click();
    await page.waitForURL(/\/historique\/2$/);
    await page.getByRole('button', { name: 'Créés (1)' }).waitFor();
    const { data } = (await callApi(fresh.origin, '/deals?search=Tréhorel %26 Associés')) as {
      data: unknown;
    };
    expect(data).toMatchObject([{ montant_brut: 8500.5 }]);
    await page.context().close();
  }, 120_000);

  it('tells in full why a run failed', async () => {
    await using vendor = await slowVendor(0);
    const id = await vendor.start('patWrong.e2e');
    const page = await openPage(`/historique/${id}`, { origin: vendor.origin });
    await page.getByText('échouée').waitFor();
    expect(await page.getByRole('main').textContent()).toMatch(/jeton/i);
    await page.context().close();
  }, 120_000);

  it('leads from a record to what was sent to the service about it and what came back', async () => {
    await using fresh = await startServer();
    await fillFromSandbox(fresh.origin);
    const deal = { client: 'Verrerie Aubin', statut: 'prospect', montant_brut: 1234 };
    const body = JSON.stringify(deal);
    await callApi(fresh.origin, '/deals', { method: 'POST', headers: JSON_TYPE, body });
    await callApi(fresh.origin, '/sync/airtable/export', { method: 'POST' });
    const page = await openPage('/historique/2', fresh);
    await page.getByRole('link', { name: 'Échanges avec le service sur Verrerie Aubin' }).click();
    await page.waitForURL(/mention=rec/);
    const exchanges = page.getByRole('region', { name: 'Échanges avec le service' });
    await exchanges.getByText(/De l’enregistrement rec/).waitFor();
    await exchanges.getByRole('listitem').getByText('POST').click();
    await exchanges
      .getByText(/: "Verrerie Aubin"/)
      .first()
      .waitFor();
    await exchanges.getByRole('button', { name: 'Tous les échanges' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.context().close();
  }, 120_000);
}
