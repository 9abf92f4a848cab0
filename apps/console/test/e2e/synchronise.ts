import { SANDBOX_AIRTABLE_BASE_ID, SANDBOX_NOTION_DATABASE_ID, startSandbox } from '@passerelle/emulators';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { callApi, JSON_TYPE } from '../support/fill.ts';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';

const TOKEN = 'pat-of-a-test';

/** A synchronisation, from its preview to its result, and what can stop it. */
export function testsOfSynchronisation(): void {
  it('shows what an import would do, field by field, does it, and tells what became of each record', async () => {
    await using fresh = await startServer();
    const page = await openPage('/connecteurs/airtable', fresh);
    await page.getByRole('button', { name: 'Utiliser le bac à sable' }).click();
    await page.getByText('Connexion réussie').waitFor();
    await page.getByRole('link', { name: 'Voir l’aperçu' }).click();
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    const apply = page.getByRole('button', { name: /^Importer \d+ deals$/ });
    await apply.waitFor();
    const planned = Number(/\d+/.exec((await apply.textContent()) ?? '')?.[0]);
    await page.getByText(/appels? du service/).waitFor();
    expect(await dealCount(fresh.origin)).toBe(0);
    await page.getByRole('button', { name: /^Refusés/ }).click();
    await page.getByText('montant_brut').first().waitFor();
    await apply.click();
    await page.waitForURL(/historique\/\d+/);
    await page.getByRole('heading', { name: 'Résultat' }).waitFor();
    expect(await dealCount(fresh.origin)).toBe(planned);
    await page.getByRole('button', { name: /^Créés/ }).click();
    await page.getByText('créé', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Voir le tableau de bord' }).click();
    await page.getByText(String(planned), { exact: true }).first().waitFor();
    await page.context().close();
  }, 60_000);

  it('follows a long export at the vendor’s own pace over a reload, and stops it with what was written', async () => {
    await using vendors = await openVendors('real');
    await using fresh = await startServer(vendors.settings);
    await connect(fresh.origin, 'airtable', { base_id: SANDBOX_AIRTABLE_BASE_ID, table_name: 'Deals' });
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    await connect(fresh.origin, 'notion', { base_id: SANDBOX_NOTION_DATABASE_ID });
    const page = await openPage('/synchroniser?provider=notion&direction=export', fresh);
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    await page.getByRole('button', { name: /^Exporter \d+ deals$/ }).click();
    await page.waitForURL(/historique\/\d+/);
    await written(page).waitFor();
    await page.reload();
    await written(page).waitFor();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await page.getByText('arrêtée').first().waitFor();
    await page.getByRole('button', { name: /^Créés/ }).waitFor();
    const run = await latestRun(fresh.origin);
    expect(run).toMatchObject({ state: 'cancelled', can_resume: true });
    expect(run.records_created).toBeGreaterThan(0);
    expect(run.records_created).toBeLessThan(200);
    await page.context().close();
  }, 60_000);

  it('puts both values of a conflict side by side, and the next run carries the one that was kept', async () => {
    await using vendors = await openVendors();
    await using fresh = await startServer(vendors.settings);
    await connect(fresh.origin, 'airtable', { base_id: SANDBOX_AIRTABLE_BASE_ID, table_name: 'Deals' });
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    await put(fresh.origin, '/connectors/airtable/policies', { conflict: 'ask' });
    const [{ deal_id, external_id }] = await created(fresh.origin);
    await put(fresh.origin, `/deals/${deal_id}`, { montant_brut: 1111 });
    await editRemote(vendors.settings.AIRTABLE_API_URL, external_id, { Amount: 2222 });
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    const page = await openPage('/synchroniser', fresh);
    const conflicts = page.getByRole('region', { name: '1 conflit à régler' });
    await conflicts.getByText('1111').waitFor();
    await conflicts.getByText('2222').waitFor();
    await conflicts.getByRole('button', { name: /^Garder la valeur de Airtable/ }).click();
    await page.getByText('1 conflit réglé').waitFor();
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    expect(await callApi(fresh.origin, `/deals/${deal_id}`)).toMatchObject({ data: { montant_brut: 2222 } });
    await page.context().close();
  }, 60_000);

  it('refuses a preview that was overtaken, says what has changed since, and makes another', async () => {
    await using vendors = await openVendors();
    await using fresh = await startServer(vendors.settings);
    await connect(fresh.origin, 'airtable', { base_id: SANDBOX_AIRTABLE_BASE_ID, table_name: 'Deals' });
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    const [{ deal_id }] = await created(fresh.origin);
    await put(fresh.origin, `/deals/${deal_id}`, { montant_brut: 1111 });
    const page = await openPage('/synchroniser?direction=export', fresh);
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    const apply = page.getByRole('button', { name: 'Exporter 1 deal' });
    await apply.waitFor();
    await put(fresh.origin, `/deals/${deal_id}`, { montant_brut: 3333 });
    await apply.click();
    await page.getByText('échouée').waitFor();
    await page
      .getByText(/ne vaut plus|a changé/)
      .first()
      .waitFor();
    await page.goBack();
    await page.getByText('Dépassé').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'a changé' }).first().waitFor();
    await page.getByRole('button', { name: 'Refaire l’aperçu' }).click();
    await page.getByText('3 333 €').waitFor();
    await apply.click();
    await page.getByRole('button', { name: 'Modifiés (1)' }).waitFor();
    await page.context().close();
  }, 90_000);

  it('carries what changed on each side to the other, in one preview and one run', async () => {
    await using vendors = await openVendors();
    await using fresh = await startServer(vendors.settings);
    await connect(fresh.origin, 'airtable', { base_id: SANDBOX_AIRTABLE_BASE_ID, table_name: 'Deals' });
    await callApi(fresh.origin, '/sync/airtable/import', { method: 'POST' });
    const [here, there] = await created(fresh.origin);
    await put(fresh.origin, `/deals/${here.deal_id}`, { montant_brut: 1111 });
    await editRemote(vendors.settings.AIRTABLE_API_URL, there.external_id, { Amount: 2222 });
    const page = await openPage('/synchroniser', fresh);
    await page.getByRole('button', { name: 'Les deux sens' }).click();
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    await page.getByRole('button', { name: 'À modifier (2)' }).waitFor();
    await page.getByRole('button', { name: 'Synchroniser 2 deals' }).click();
    await page.getByRole('button', { name: 'Modifiés (2)' }).waitFor();
    expect(await callApi(fresh.origin, `/deals/${there.deal_id}`)).toMatchObject({
      data: { montant_brut: 2222 },
    });
    const record = await fetch(recordOf(vendors.settings.AIRTABLE_API_URL, here.external_id), {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(await record.json()).toMatchObject({ fields: { Amount: 1111 } });
    await page.context().close();
  }, 90_000);

  it('says in the vendor’s terms why a preview could not be made, and leaves everything as it was', async () => {
    await using vendors = await openVendors();
    await using fresh = await startServer(vendors.settings);
    await connect(
      fresh.origin,
      'airtable',
      { base_id: SANDBOX_AIRTABLE_BASE_ID, table_name: 'Deals' },
      'patRevoked',
    );
    const page = await openPage('/synchroniser', fresh);
    await page.getByRole('button', { name: 'Faire un aperçu' }).click();
    await page
      .getByText(/refuse le jeton/)
      .first()
      .waitFor();
    expect(await dealCount(fresh.origin)).toBe(0);
    await page.context().close();
  }, 60_000);
}

interface Created {
  readonly deal_id: number;
  readonly external_id: string;
}

/** Two of the deals that the first import made. */
async function created(origin: string): Promise<readonly [Created, Created]> {
  const { data } = (await callApi(origin, '/sync/runs/1/records?outcome=created&limit=2')) as {
    data: [Created, Created];
  };
  return data;
}

function recordOf(vendor: string, externalId: string): string {
  return `${vendor}/${SANDBOX_AIRTABLE_BASE_ID}/Deals/${externalId}`;
}

/** Writes to a record as someone in the vendor's own page would. */
async function editRemote(vendor: string, externalId: string, fields: object): Promise<void> {
  const edited = await fetch(recordOf(vendor, externalId), {
    method: 'PATCH',
    headers: { ...JSON_TYPE, authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ fields }),
  });
  expect(edited.status).toBe(200);
}

/** Emulators reached as the vendors are; with their own limits where the pace matters. */
async function openVendors(limits: 'off' | 'real' = 'off') {
  const vendors = await startSandbox({ tokens: [TOKEN], ...(limits === 'off' ? { limits } : {}) });
  const settings = { AIRTABLE_API_URL: vendors.airtable.url, NOTION_API_URL: vendors.notion.url };
  return { settings, [Symbol.asyncDispose]: () => vendors.close() };
}

async function put(origin: string, path: string, body: unknown): Promise<void> {
  await callApi(origin, path, { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify(body) });
}

async function connect(
  origin: string,
  provider: string,
  table: { base_id: string; table_name?: string },
  api_token: string = TOKEN,
): Promise<void> {
  await put(origin, `/connectors/config/${provider}`, { api_token, ...table });
}

function written(page: Page) {
  return page.getByText(/[1-9]\d* changements? écrits?/);
}

async function dealCount(origin: string): Promise<number> {
  const { data } = (await callApi(origin, '/deals')) as { data: unknown[] };
  return data.length;
}

interface LatestRun {
  readonly state: string;
  readonly can_resume: boolean;
  readonly records_created: number;
}

async function latestRun(origin: string): Promise<LatestRun> {
  const { data } = (await callApi(origin, '/sync/runs?limit=1')) as { data: [LatestRun] };
  return data[0];
}
