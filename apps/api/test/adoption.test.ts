import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@passerelle/database';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../src/env.ts';
import { startServer } from '../src/server.ts';
import { makeOlderDatabase } from './support/older-database.ts';

const run = promisify(execFile);
const TOKEN = 'patPlantedInClearText0001';

test('a server started on an older application’s database serves it at once, its token encrypted everywhere', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-older-'));
  const url = `sqlite:${join(directory, 'crm.db')}`;
  await makeOlderDatabase(url, TOKEN);

  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    PASSERELLE_SANDBOX: 'off',
  });
  const server = await startServer(settings);
  const get = async (path: string) => (await fetch(`${server.origin}/api${path}`)).json();
  expect(await get('/deals')).toMatchObject({
    data: [{ id: 7, client: 'Aubépine SA', montant_brut: 1500.5, probabilite: 0.3, valeur_ponderee: 450.15 }],
  });
  expect(await get('/connectors/config')).toMatchObject({
    data: [{ id: 3, api_token: '***', base_id: 'appOlder00000001', is_active: true }],
  });
  expect(await get('/sync/logs')).toMatchObject({ data: [{ id: 9, started_at: '2025-03-04T10:11:12Z' }] });
  expect(server.databaseCopy).toMatch(directory);
  await server.stop();
  for (const file of readdirSync(directory)) {
    expect(readFileSync(join(directory, file)).includes(TOKEN), file).toBe(false);
  }

  const again = await startServer(settings);
  expect(again.databaseCopy).toBeNull();
  await again.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('npm run seed takes up an older application’s database as a start does, and adds to it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-seeded-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const url = `sqlite:${join(directory, 'crm.db')}`;
  await makeOlderDatabase(url, TOKEN);
  const script = join(import.meta.dirname, '../scripts/seed.ts');
  const env = { DATABASE_URL: url };
  const { stdout } = await run(process.execPath, [script, '--deals', '25'], { cwd: directory, env });
  const copy = /^Base existante copiée avant d’être changée : (.+)$/m.exec(stdout)?.[1] ?? '';
  expect(stdout).toContain('25 deals ajoutés.');
  expect(await countDeals(copy)).toBe(1);
  expect(await countDeals(join(directory, 'crm.db'))).toBe(26);
  for (const file of readdirSync(directory)) {
    expect(readFileSync(join(directory, file)).includes(TOKEN), file).toBe(false);
  }
  const again = await run(process.execPath, [script, '--deals', '5'], { cwd: directory, env });
  expect(again.stdout).toBe('5 deals ajoutés.\n');
});

async function countDeals(file: string): Promise<unknown> {
  const database = await openDatabase({ url: `sqlite:${file}` });
  const [row] = await database.em().execute('select count(*) as deals from deals');
  await database.close();
  return row?.deals;
}
