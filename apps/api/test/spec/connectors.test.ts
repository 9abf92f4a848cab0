import { ConnectorConfig } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld } from '../support/world.ts';

const CONFIG = '/api/connectors/config';
const mapping = { client: 'Name', statut: 'Status', montant_brut: 'Amount' };
const saved = { ...CONFIGURATIONS.airtable, field_mapping: mapping };

describe.each(TEST_DIALECTS)('Connector configuration endpoints (%s)', (dialect) => {
  it('Récupération de toutes les configurations', async () => {
    const world = await openWorld(dialect);
    expect(await world.call('GET', CONFIG)).toEqual({ status: 200, body: { success: true, data: [] } });
    await world.configure('notion');
    await world.call('PUT', `${CONFIG}/airtable`, saved);
    const { status, body } = await world.call('GET', CONFIG);
    expect(status).toBe(200);
    const shared = { id: expect.any(Number), api_token: '***', is_active: true };
    const updated_at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body).toEqual({
      success: true,
      data: [
        {
          ...shared,
          provider: 'airtable',
          base_id: 'appPasserelle0001',
          table_name: 'Deals',
          field_mapping: mapping,
          updated_at,
        },
        {
          ...shared,
          provider: 'notion',
          base_id: CONFIGURATIONS.notion.base_id,
          table_name: null,
          field_mapping: null,
          updated_at,
        },
      ],
    });
  });

  it("Sauvegarde de la configuration d'un connecteur", async () => {
    const world = await openWorld(dialect);
    const created = await world.call('PUT', `${CONFIG}/airtable`, saved);
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({ success: true, data: { api_token: '***', table_name: 'Deals' } });
    const row = await world.database.em().findOneOrFail(ConnectorConfig, { provider: 'airtable' });
    expect(row).toMatchObject({ base_id: saved.base_id, table_name: 'Deals', is_active: true });
    expect(JSON.parse(row.field_mapping ?? '')).toEqual(mapping);
    expect(row.api_token).not.toContain(saved.api_token);

    const updated = await world.call('PUT', `${CONFIG}/airtable`, { ...saved, table_name: 'Affaires' });
    expect(updated.body).toMatchObject({ success: true, data: { id: row.id, table_name: 'Affaires' } });
    expect(await world.database.em().count(ConnectorConfig)).toBe(1);
  });

  it('Sauvegarde sans modifier le token', async () => {
    const world = await openWorld(dialect);
    await world.call('PUT', `${CONFIG}/airtable`, saved);
    const before = await world.database.em().findOneOrFail(ConnectorConfig, { provider: 'airtable' });
    for (const body of [
      { table_name: 'Affaires' },
      { api_token: '***', base_id: saved.base_id, is_active: false },
    ]) {
      expect((await world.call('PUT', `${CONFIG}/airtable`, body)).status).toBe(200);
    }
    const after = await world.database.em().findOneOrFail(ConnectorConfig, { provider: 'airtable' });
    expect(after.api_token).toBe(before.api_token);
    expect(after).toMatchObject({ table_name: 'Affaires', base_id: saved.base_id, is_active: false });
  });

  it('Provider invalide', async () => {
    const world = await openWorld(dialect);
    expect(await world.call('PUT', `${CONFIG}/hubspot`, saved)).toEqual({
      status: 400,
      body: { success: false, error: 'Provider non supporté. Valeurs acceptées: airtable, notion' },
    });
    expect(await world.database.em().count(ConnectorConfig)).toBe(0);
  });
});

describe.each(TEST_DIALECTS)('Connection test endpoint (%s)', (dialect) => {
  it('Test de connexion réussi', async () => {
    const rows = [{ Name: 'Atelier Morel' }, { Name: 'Verrerie Aubin' }];
    const world = await openWorld(dialect, { airtable: rows });
    await world.configure('airtable');
    const { status, body } = await world.call('POST', '/api/connectors/test/airtable');
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      message: 'Connexion réussie : table « Deals », 2 enregistrements.',
      table_name: 'Deals',
      record_count: 2,
      checks: expect.arrayContaining([{ name: 'token', ok: true, message: expect.any(String) }]),
    });
  });

  it('Test de connexion échoué', async () => {
    const world = await openWorld(dialect);
    await world.configure('notion');
    const { api_token } = CONFIGURATIONS.notion;
    const wrong = `${api_token.slice(0, -1)}0`;
    await world.call('PUT', `${CONFIG}/notion`, { api_token: wrong });
    const { status, body } = await world.call('POST', '/api/connectors/test/notion');
    expect(status).toBe(200);
    expect(body).toEqual({
      success: false,
      error: expect.stringMatching(/jeton/i),
      message: body.error,
      checks: expect.arrayContaining([{ name: 'token', ok: false, message: body.error }]),
    });
    expect(JSON.stringify(body)).not.toContain(wrong);
  });

  it('Test sans configuration existante', async () => {
    const world = await openWorld(dialect);
    expect(await world.call('POST', '/api/connectors/test/airtable')).toEqual({
      status: 400,
      body: {
        success: false,
        error: "Aucune configuration trouvée pour airtable. Configurez d'abord le connecteur.",
      },
    });
  });
});
