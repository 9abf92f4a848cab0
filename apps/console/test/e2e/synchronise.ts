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
    await using vendors = await openVendors();
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
    const { data } = (await callApi(fresh.origin, '/sync/runs/1/records?outcome=created&limit=1')) as {
      data: [{ deal_id: number; external_id: string }];
    };
    const [{ deal_id, external_id }] = data;
    await put(fresh.origin, `/deals/${deal_id}`, { montant_brut: 1111 });
    const table = `${vendors.settings.AIRTABLE_API_URL}/${SANDBOX_AIRTABLE_BASE_ID}/Deals`;
    const edited = await fetch(`${table}/${external_id}`, {
      method: 'PATCH',
      headers: { ...JSON_TYPE, authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ fields: { Amount: 2222 } }),
    });
    expect(edited.status).toBe(200);
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

/** Emulators with the vendors' own limits, reached as the vendors are. */
async function openVendors() {
  const vendors = await startSandbox({ tokens: [TOKEN] });
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
