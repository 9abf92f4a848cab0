import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@passerelle/database';
import { expect, test } from 'vitest';
import { readSettings } from '../src/env.ts';
import { startServer } from '../src/server.ts';

const TOKEN = 'patPlantedInClearText0001';

test('a server started on an older application’s database serves it at once, its token encrypted everywhere', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-older-'));
  const url = `sqlite:${join(directory, 'crm.db')}`;
  const older = await openDatabase({ url });
  for (const statement of [
    'create table deals (id integer primary key, client varchar(255) not null, statut varchar(50), montant_brut real, probabilite real, valeur_ponderee real, secteur varchar(100), date_echeance text, assignee text, notes text, created_at text, updated_at text)',
    'create table connector_configs (id integer primary key, provider text unique not null, api_token text, base_id text, table_name text, field_mapping text, is_active integer, updated_at text)',
    'create table sync_logs (id integer primary key, provider text, direction text, status text, records_processed integer, records_created integer, records_updated integer, error_message text, started_at text, completed_at text)',
    "insert into deals values (7, 'Aubépine SA', 'qualifié', 1500.5, null, null, 'Santé', '2026-12-24', null, null, '2025-03-04 10:11:12.123456', '2025-03-05 08:00:00')",
    `insert into connector_configs values (3, 'airtable', '${TOKEN}', 'appOlder00000001', 'Deals', '{"client": "Nom"}', 1, '2025-03-04 10:11:12')`,
    "insert into sync_logs values (9, 'airtable', 'import', 'success', 1, 1, 0, null, '2025-03-04 10:11:12', '2025-03-04 10:11:13')",
  ]) {
    await older.em().execute(statement);
  }
  await older.close();

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
