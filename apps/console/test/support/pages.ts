import type { Page } from 'playwright-core';
import { callApi, JSON_TYPE } from './fill.ts';

/** Something a person may have in front of them: an address, and what is pressed there. */
export interface View {
  /** Its name in the screenshots and in the names of tests. */
  readonly name: string;
  readonly path: string;
  /** Opens what lies over the page or behind a press. */
  readonly open?: (page: Page) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Every page of the console as the sandbox fills it, then every dialog, drawer, list and message over them. */
export const VIEWS: readonly View[] = [
  { name: 'dashboard', path: '/' },
  { name: 'deals', path: '/deals' },
  { name: 'board', path: '/deals?view=board' },
  { name: 'connectors', path: '/connecteurs' },
  { name: 'connector', path: '/connecteurs/airtable' },
  { name: 'connector-new', path: '/connecteurs/notion' },
  { name: 'synchronise', path: '/synchroniser' },
  { name: 'history', path: '/historique' },
  { name: 'run', path: '/historique/1' },
  { name: 'not-found', path: '/nulle-part' },
  {
    name: 'import-dialog',
    path: '/',
    open: async (page) => {
      await press('Importer un CSV')(page);
      await page.getByRole('dialog').getByText('.csv').first().waitFor();
    },
  },
  {
    name: 'filter-list',
    path: '/',
    open: async (page) => {
      await press('Secteur')(page);
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  {
    name: 'filter-dates',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('search').getByRole('button', { name: 'Échéance' }).click();
      await page.getByLabel('Du').waitFor();
    },
  },
  { name: 'filtered-to-nothing', path: '/deals?search=zzzz' },
  {
    name: 'deal',
    path: '/deals?deal=1',
    open: (page) => page.getByLabel('Client', { exact: false }).nth(1).waitFor(),
  },
  {
    name: 'deal-refused',
    path: '/deals?deal=new',
    open: async (page) => {
      await page.getByRole('dialog').getByRole('textbox', { name: 'Client' }).fill('Verrerie Aubin');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Montant' }).fill('zéro');
      await press('Ajouter le deal')(page);
      await see(page, '« zéro »');
    },
  },
  {
    name: 'deal-delete',
    path: '/deals?deal=2',
    open: async (page) => {
      await press('Supprimer…')(page);
      await page.getByRole('button', { name: 'Supprimer le deal' }).waitFor();
    },
  },
  {
    name: 'deal-deleted',
    path: '/deals',
    open: async (page) => {
      // One of its own each time: a deal is deleted once.
      const { origin } = new URL(page.url());
      const deal = { client: 'Scierie Colin', statut: 'prospect', montant_brut: 1200 };
      const body = JSON.stringify(deal);
      const { data } = (await callApi(origin, '/deals', { method: 'POST', headers: JSON_TYPE, body })) as {
        data: { id: number };
      };
      await page.goto(`${origin}/deals?deal=${data.id}`, { waitUntil: 'networkidle' });
      await press('Supprimer…')(page);
      await press('Supprimer le deal')(page);
      await see(page, 'est supprimé');
    },
  },
  {
    name: 'column-list',
    path: '/connecteurs/airtable',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Colonne pour secteur' }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'status-pairs',
    path: '/connecteurs/airtable',
    open: async (page) => {
      await press('Relier les valeurs du statut')(page);
      await page.getByRole('dialog').getByRole('combobox').first().waitFor();
    },
  },
  {
    name: 'schedule',
    path: '/connecteurs/airtable',
    open: async (page) => {
      await page.getByRole('radio', { name: 'À intervalle régulier' }).check();
      await page.getByRole('checkbox', { name: 'Ne rien lancer' }).check();
    },
  },
  {
    name: 'disconnect',
    path: '/connecteurs/airtable',
    open: async (page) => {
      await press('Supprimer la connexion…')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'connection-test',
    path: '/connecteurs/airtable',
    open: async (page) => {
      await press(/Tester/)(page);
      await see(page, 'Connexion réussie');
    },
  },
  {
    name: 'preview',
    path: '/synchroniser',
    open: async (page) => {
      await press('Faire un aperçu')(page);
      await page.getByRole('heading', { name: 'Enregistrements' }).waitFor();
    },
  },
];

/** Widths that a phone, a tablet and a laptop have. */
export const WIDTHS = [360, 768, 1440] as const;
export const THEMES = ['light', 'dark'] as const;

/** Brings a page to a view, with nothing more to come. */
export async function showView(page: Page, origin: string, { path, open }: View): Promise<void> {
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await open?.(page);
}
