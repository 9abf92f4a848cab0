import { describe, expect, it } from 'vitest';
import { at, CLIENTS, DATABASE, list, message, SOURCE, startDeals } from './deals-workspace.ts';

async function startSchema() {
  const started = await startDeals();
  const patch = (properties: object) =>
    started.send('PATCH', `/data_sources/${SOURCE}`, { body: { properties } });
  return { ...started, patch };
}

describe('changing columns by the API', () => {
  it('adds, renames and removes them, the id kept through a new name', async () => {
    const { patch, deals } = await startSchema();
    const id = deals.properties.find((one) => one.name === 'Amount')?.id;
    const row = deals.addRow({ Name: 'A', Amount: 4 });
    const answer = await patch({
      Amount: { name: 'Montant' },
      Notes: null,
      Pays: { select: { options: [{ name: 'FR' }] } },
    });
    expect(answer.body).toMatchObject({
      properties: { Montant: { id }, Pays: { select: { options: [{ name: 'FR' }] } } },
    });
    expect(at(answer.body, 'properties', 'Notes')).toBeUndefined();
    expect(deals.row(row)?.values).toMatchObject({ Montant: 4, Pays: null });
  });

  it('replaces lists of options: those left out are gone, names of those kept do not change', async () => {
    const { patch, deals } = await startSchema();
    const row = deals.addRow({ Name: 'A', Sector: 'Santé' });
    const options = deals.properties.flatMap((one) =>
      'options' in one && one.name === 'Sector' ? one.options : [],
    );
    const answer = await patch({
      Sector: { select: { options: [{ id: options[0]?.id, name: 'Bâtiment' }, { name: 'Droit' }] } },
    });
    const names = list(answer.body, 'properties', 'Sector', 'select', 'options').map((option) =>
      at(option, 'name'),
    );
    expect(names).toEqual(['BTP', 'Droit']);
    expect(deals.row(row)?.values.Sector).toBeNull();
    expect((await patch({ Sector: { select: { options: [{ name: 'BTP', color: 'pink' }] } } })).status).toBe(
      400,
    );
  });

  it('puts new statuses into To-do, whatever groups are sent', async () => {
    const { patch } = await startSchema();
    const answer = await patch({
      Status: {
        status: {
          options: [{ name: 'Prospect' }, { name: 'Won' }, { name: 'Neuf' }],
          groups: [{ name: 'In progress', option_ids: ['x'] }],
        },
      },
    });
    const groups = list(answer.body, 'properties', 'Status', 'status', 'groups').map(
      (group) => list(group, 'option_ids').length,
    );
    expect(groups).toEqual([2, 0, 1]);
  });

  it('makes both sides of a two-way relation', async () => {
    const { patch, clients } = await startSchema();
    const answer = await patch({
      Payeur: { relation: { data_source_id: CLIENTS, dual_property: { synced_property_name: 'Paie' } } },
    });
    expect(at(answer.body, 'properties', 'Payeur', 'relation')).toMatchObject({
      database_id: expect.any(String),
      data_source_id: CLIENTS,
      type: 'dual_property',
      dual_property: { synced_property_name: 'Paie' },
    });
    expect(clients.properties.map((one) => one.name)).toContain('Paie');
  });

  it('refuses a second title, a doubled name, too many options and the loss of the title', async () => {
    const { patch } = await startSchema();
    for (const properties of [
      { Autre: { title: {} } },
      { Amount: { name: 'Notes' } },
      { Name: null },
      { Sector: { select: { options: Array.from({ length: 101 }, (_, index) => ({ name: `o${index}` })) } } },
    ])
      expect((await patch(properties)).status, JSON.stringify(properties).slice(0, 60)).toBe(400);
    expect(message(await patch({ Inconnue: null }))).toBe('Inconnue is not a property that exists.');
  });

  it('is done through the database before data sources existed', async () => {
    const { send } = await startSchema();
    const answer = await send('PATCH', `/databases/${DATABASE}`, {
      version: '2022-06-28',
      body: { properties: { Ville: { rich_text: {} } } },
    });
    expect(answer.body).toMatchObject({ properties: { Ville: { type: 'rich_text' } } });
  });
});

describe('changing columns in the app', () => {
  it('renames, removes and retypes them', async () => {
    const { deals, send } = await startSchema();
    const row = deals.addRow({ Name: 'A', Notes: '12', Amount: 5 });
    deals.renameProperty('Amount', 'Montant');
    deals.retypeProperty('Notes', 'number');
    deals.removeProperty('Site');
    const page = await send('GET', `/pages/${row}`);
    expect(page.body).toMatchObject({
      properties: { Montant: { number: 5 }, Notes: { type: 'number', number: 12 } },
    });
    expect(at(page.body, 'properties', 'Site')).toBeUndefined();
    const old = await send('PATCH', `/pages/${row}`, { body: { properties: { Amount: { number: 1 } } } });
    expect(message(old)).toBe('Amount is not a property that exists.');
  });

  it('renames options in every row at once', async () => {
    const { deals } = await startSchema();
    const row = deals.addRow({ Name: 'A', Sector: 'BTP' });
    deals.renameOption('Sector', 'BTP', 'Bâtiment');
    expect(deals.row(row)?.values.Sector).toBe('Bâtiment');
  });
});
