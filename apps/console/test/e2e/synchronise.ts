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
  });

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
  });

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
  });
}

/** Emulators with the vendors' own limits, reached as the vendors are. */
async function openVendors() {
  const vendors = await startSandbox({ tokens: [TOKEN] });
  const settings = { AIRTABLE_API_URL: vendors.airtable.url, NOTION_API_URL: vendors.notion.url };
  return { settings, [Symbol.asyncDispose]: () => vendors.close() };
}

async function connect(
  origin: string,
  provider: string,
  table: { base_id: string; table_name?: string },
  api_token: string = TOKEN,
): Promise<void> {
  const body = JSON.stringify({ api_token, ...table });
  await callApi(origin, `/connectors/config/${provider}`, { method: 'PUT', headers: JSON_TYPE, body });
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
