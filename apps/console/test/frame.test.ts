import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { buildConsole, startServer, type TestServer } from './support/server.ts';

const KEY = 'correct-horse-battery-staple';
let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  await buildConsole();
  [browser, server] = await Promise.all([openBrowser(), startServer({ PASSERELLE_API_KEY: KEY })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('asks for the key when the server wants one, refuses a wrong one, and keeps the right one for the tab', async () => {
  const page = await browser.newPage({ locale: 'fr-FR' });
  await page.goto(server.origin);
  await page.getByLabel('Clé').fill('wrong');
  await page.getByRole('button', { name: 'Ouvrir Passerelle' }).click();
  await page.getByText('Cette clé est refusée').waitFor();
  await page.getByLabel('Clé').fill(KEY);
  await page.getByRole('button', { name: 'Ouvrir Passerelle' }).click();
  await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor();
  expect(page.url()).not.toContain(KEY);
  await page.close();
});
