import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deal, openDatabase } from '@passerelle/database';
import { SANDBOX_NOTION_DATABASE_ID, SANDBOX_TOKEN } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { readSettings } from '../src/env.ts';
import { type Server, startServer } from '../src/server.ts';

test('after a restart the sandbox is as new, and an export fills it again without doubling a row', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-sandbox-'));
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: `sqlite:${join(directory, 'test.db')}`,
    LOG_LEVEL: 'silent',
  });
  const database = await openDatabase({ url: settings.databaseUrl });
  await database.migrate();
  const now = '2026-11-22T08:00:00.000Z';
  await database.em().insert(Deal, {
    client: 'Absent du bac à sable',
    statut: 'prospect',
    montant_brut: 1000,
    probabilite: 0.1,
    valeur_ponderee: 100,
    created_at: now,
    updated_at: now,
  });
  await database.close();
  const connection = { api_token: SANDBOX_TOKEN, base_id: SANDBOX_NOTION_DATABASE_ID };

  const first = await startServer(settings);
  await send(first, 'PUT', '/connectors/config/notion', connection);
  const imported = await send(first, 'POST', '/sync/notion/import');
  expect(imported).toMatchObject({ records_processed: 250, records_failed: 12 });
  expect(await send(first, 'POST', '/sync/notion/export')).toMatchObject({ records_created: 1 });
  await first.stop();

  const second = await startServer(settings);
  const again = await send(second, 'POST', '/sync/notion/export');
  expect(again).toMatchObject({ records_created: 1, records_unchanged: 238, errors: [] });
  const reimported = await send(second, 'POST', '/sync/notion/import');
  expect(reimported).toMatchObject({ records_processed: 251, records_created: 0, records_unchanged: 239 });
  await second.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function send(server: Server, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return response.json();
}
