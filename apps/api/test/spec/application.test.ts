import { randomBytes } from 'node:crypto';
import { ConnectorConfig, Deal, type Dialect, SyncLog } from '@passerelle/database';
import { openTestDatabase, TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSettings } from '../../src/env.ts';
import { startServer } from '../../src/server.ts';
import { columnsOf, dropEverything, tablesOf } from '../support/catalogue.ts';
import { addDeals } from '../support/deal-rows.ts';
import { openWorld } from '../support/world.ts';

const encryptionKey = randomBytes(32).toString('base64');

/** A database in which Passerelle never was, and a function that starts Passerelle on it. */
async function freshStart(dialect: Dialect) {
  const { database, url, remove } = await openTestDatabase(dialect);
  onTestFinished(remove);
  await dropEverything(database);
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: url,
    PASSERELLE_ENCRYPTION_KEY: encryptionKey,
    PASSERELLE_SANDBOX: 'off',
    LOG_LEVEL: 'silent',
  });
  return { database, start: () => startServer(settings) };
}

describe.each(TEST_DIALECTS)('Database schema for connector tables (%s)', (dialect) => {
  it('Création de la table connector_configs', async () => {
    const { database, start } = await freshStart(dialect);
    expect(await tablesOf(database)).toEqual([]);
    await (await start()).stop();
    expect(await columnsOf(database, 'connector_configs')).toEqual(
      [
        'id',
        'provider',
        'api_token',
        'base_id',
        'table_name',
        'field_mapping',
        'is_active',
        'updated_at',
      ].toSorted(),
    );
    const em = database.em();
    const config = { provider: 'airtable', updated_at: '2026-11-14T09:30:00.000Z' };
    await em.insert(ConnectorConfig, config);
    await expect(em.insert(ConnectorConfig, config)).rejects.toThrow(/unique/i);
  });

  it('Création de la table sync_logs', async () => {
    const { database, start } = await freshStart(dialect);
    await (await start()).stop();
    expect(await columnsOf(database, 'sync_logs')).toEqual(
      [
        'id',
        'provider',
        'direction',
        'status',
        'records_processed',
        'records_created',
        'records_updated',
        'error_message',
        'started_at',
        'completed_at',
      ].toSorted(),
    );
  });

  it('Tables existantes non recréées', async () => {
    const { database, start } = await freshStart(dialect);
    await (await start()).stop();
    await addDeals(database, ['Atelier Morel']);
    const started_at = '2026-11-14T09:30:00.000Z';
    await database
      .em()
      .insert(SyncLog, { provider: 'notion', direction: 'import', status: 'success', started_at });
    await database.em().insert(ConnectorConfig, { provider: 'notion', updated_at: started_at });
    const server = await start();
    const logs = await fetch(`${server.origin}/api/sync/logs`);
    expect(await logs.json()).toMatchObject({ success: true, data: [{ provider: 'notion', started_at }] });
    await server.stop();
    expect(await database.em().count(Deal)).toBe(1);
    expect(await database.em().count(ConnectorConfig)).toBe(1);
  });
});

describe.each(TEST_DIALECTS)('Sync blueprint registration (%s)', (dialect) => {
  it('Enregistrement du blueprint', async () => {
    const { start } = await freshStart(dialect);
    const server = await start();
    onTestFinished(() => server.stop());
    const paths = [
      ['GET', '/connectors/config', 200],
      ['PUT', '/connectors/config/airtable', 400],
      ['DELETE', '/connectors/config/airtable', 404],
      ['POST', '/connectors/test/airtable', 400],
      ['POST', '/sync/airtable/import', 400],
      ['POST', '/sync/airtable/export', 400],
      ['GET', '/sync/logs', 200],
    ] as const;
    for (const [method, path, status] of paths) {
      const inside = await fetch(`${server.origin}/api${path}`, { method });
      expect(inside.status, `${method} ${path}`).toBe(status);
      expect(await inside.text()).not.toContain('Aucun chemin');
      expect((await fetch(`${server.origin}${path}`, { method })).status).toBe(404);
    }
  });

  it('Coexistence avec les blueprints existants', async () => {
    const world = await openWorld(dialect);
    await addDeals(world.database, ['Atelier Morel', 'Verrerie Aubin']);
    const list = await world.call('GET', '/api/deals');
    expect(list).toMatchObject({
      status: 200,
      body: { success: true, error: null, data: [{ client: 'Atelier Morel' }, { client: 'Verrerie Aubin' }] },
    });
    expect(await world.call('GET', '/api/deals/999')).toEqual({
      status: 404,
      body: { success: false, data: null, error: 'Deal non trouvé' },
    });
    const file = new FormData();
    file.set('file', new Blob(['client,statut,montant_brut\nForge Adam,prospect,10']), 'deals.csv');
    const uploaded = await fetch(`${world.origin}/api/upload/csv`, { method: 'POST', body: file });
    expect(await uploaded.json()).toMatchObject({ success: true, data: { nb_imported: 1 } });
    const form = { client: 'Scierie Colin', statut: 'gagné', montant_brut: 500 };
    expect((await world.call('POST', '/api/deals', form)).status).toBe(201);
    expect((await world.call('GET', '/api/kpis')).body).toMatchObject({ data: { nombre_deals: 4 } });
    for (const name of ['sectors', 'deadlines', 'performance', 'velocity', 'cold-deals']) {
      const figures = await world.call('GET', `/api/analytics/${name}`);
      expect(figures, name).toMatchObject({ status: 200, body: { success: true, error: null } });
    }
  });
});
