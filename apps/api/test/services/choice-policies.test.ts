import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const PROVIDERS = ['airtable', 'notion'] as const;
type Provider = (typeof PROVIDERS)[number];

/** Adds a choice column to the remote table and reads what its rows hold. */
function remoteTable(world: World, provider: Provider) {
  if (provider === 'airtable') {
    const table = world.airtable.state.table('Deals');
    return {
      addChoices: (name: string, choices: string[]) =>
        void table.addField({ name, type: 'singleSelect', choices }),
      values: (name: string) => table.records().map(({ fields }) => fields[name] ?? null),
    };
  }
  const source = world.notion.state.dataSource('Deals');
  return {
    addChoices: (name: string, options: string[]) => source.addProperty(name, { type: 'select', options }),
    values: (name: string) => source.rows.map((row) => row.values[name] ?? null),
  };
}

describe.each(TEST_DIALECTS)('Policies of choices (%s)', (dialect) => {
  it.each(PROVIDERS)('a status of %s is translated on import, and back on export', async (provider) => {
    const rows = [
      { Name: 'Forge Lemaire', Status: 'À rappeler', Amount: 900 },
      { Name: 'Verrerie Aubin', Status: 'gagné', Amount: 1200 },
    ];
    const world = await openWorld(dialect, { [provider]: rows });
    await world.configure(provider);
    await world.call('PUT', `/api/connectors/${provider}/policies`, {
      status_values: { 'a  RAPPELER': 'qualifié', 'En attente': 'négociation' },
    });
    const imported = await world.call('POST', `/api/sync/${provider}/import`);
    expect(imported.body).toMatchObject({ status: 'success', records_created: 2, unknown_statuses: [] });
    const statuts = await world.database.em().find(Deal, {}, { orderBy: { client: 'asc' } });
    expect(statuts.map(({ client, statut }) => [client, statut])).toEqual([
      ['Forge Lemaire', 'qualifié'],
      ['Verrerie Aubin', 'gagné'],
    ]);
  });

  it.each(PROVIDERS)('a statut is written to %s in the words that translate to it', async (provider) => {
    const world = await openWorld(dialect);
    await world.configure(provider);
    const remote = remoteTable(world, provider);
    remote.addChoices('Étape', ['Signé', 'En attente', 'Perdue']);
    await world.call('PUT', `/api/connectors/config/${provider}`, {
      field_mapping: { client: 'Name', montant_brut: 'Amount', statut: 'Étape' },
    });
    await world.call('PUT', `/api/connectors/${provider}/policies`, {
      status_values: { Signé: 'gagné', 'En attente': 'qualifié' },
    });
    await addDeals(world.database, ['Forge Lemaire']);
    const created = await world.call('POST', `/api/sync/${provider}/export`);
    expect(created.body).toMatchObject({ status: 'success', records_created: 1 });
    expect(remote.values('Étape')).toEqual(['En attente']);
    await world.database.em().nativeUpdate(Deal, {}, { statut: 'gagné' });
    const updated = await world.call('POST', `/api/sync/${provider}/export`);
    expect(updated.body).toMatchObject({ status: 'success', records_updated: 1 });
    expect(remote.values('Étape')).toEqual(['Signé']);
    const imported = await world.call('POST', `/api/sync/${provider}/import`);
    expect(imported.body).toMatchObject({ records_unchanged: 1, unknown_statuses: [] });
  });

  it.each(PROVIDERS)(
    'an option is created in %s only for the fields it was allowed for',
    async (provider) => {
      const world = await openWorld(dialect);
      await world.configure(provider);
      const remote = remoteTable(world, provider);
      remote.addChoices('Branche', ['Industrie']);
      await world.call('PUT', `/api/connectors/config/${provider}`, {
        field_mapping: { client: 'Name', montant_brut: 'Amount', secteur: 'Branche' },
      });
      await addDeals(world.database, ['Forge Lemaire']);
      await world.database.em().nativeUpdate(Deal, {}, { secteur: 'Métallurgie' });
      const refused = await world.call('POST', `/api/sync/${provider}/export`);
      expect(refused.body).toMatchObject({
        status: 'error',
        errors: [expect.stringMatching(/secteur : « Métallurgie » n’est pas une option.*create_options/)],
      });
      expect(remote.values('Branche')).toEqual([]);
      await world.call('PUT', `/api/connectors/${provider}/policies`, { create_options: ['secteur'] });
      const exported = await world.call('POST', `/api/sync/${provider}/export`);
      expect(exported.body).toMatchObject({ status: 'success', records_created: 1 });
      expect(remote.values('Branche')).toEqual(['Métallurgie']);
    },
  );
});
