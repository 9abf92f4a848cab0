import { ColumnBinding, ConnectorConfig } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld } from '../support/world.ts';

const SCHEMA = (provider: string) => `/api/connectors/${provider}/schema`;
const SAMPLES = (provider: string) => `/api/connectors/${provider}/samples`;
const CONFIG = '/api/connectors/config/airtable';
const FRENCH_BASE = {
  id: 'appAffaires000001',
  tables: [
    {
      name: 'Affaires',
      fields: [
        { name: 'Raison sociale', type: 'singleLineText' },
        { name: 'Étape', type: 'singleSelect', choices: ['prospect', 'gagné'] },
        { name: 'Montant HT', type: 'currency', options: { precision: 2, symbol: '€' } },
        { name: 'Échéance', type: 'date', options: { dateFormat: { name: 'iso', format: 'YYYY-MM-DD' } } },
        { name: 'Commercial', type: 'singleLineText' },
        { name: 'Commentaires', type: 'multilineText' },
        { name: 'Signé', type: 'checkbox', options: { icon: 'check', color: 'greenBright' } },
      ],
      records: [{ 'Raison sociale': 'Forge Lemaire', Étape: 'gagné', 'Montant HT': 4200 }],
    },
    { name: 'Contacts', fields: [{ name: 'Nom', type: 'singleLineText' }] },
  ],
} as const;

describe.each(TEST_DIALECTS)('Schema of a connector (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)(
    'tells tables and columns of %s, and proposes a mapping',
    async (provider) => {
      const world = await openWorld(dialect);
      await world.configure(provider);
      const { status, body } = await world.call('GET', SCHEMA(provider));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        success: true,
        data: {
          table_name: 'Deals',
          message: null,
          tables: [{ name: 'Deals' }],
          suggested_mapping: {
            client: 'Name',
            statut: 'Status',
            montant_brut: 'Amount',
            secteur: 'Sector',
            date_echeance: 'Due Date',
            assignee: 'Assignee',
            notes: 'Notes',
          },
          conflicts: [],
          mapped: expect.arrayContaining([
            { field: 'montant_brut', column_id: expect.any(String), column_name: 'Amount' },
          ]),
          statuses: expect.arrayContaining([
            { value: 'prospect', statut: 'prospect' },
            { value: 'À rappeler', statut: null },
          ]),
        },
      });
      const { columns, suggestions, misfits } = body.data as {
        columns: { id: string; name: string; kind: string; writable: boolean; options: string[] }[];
        suggestions: { field: string; confidence: number; reason: string }[];
        misfits: { field: string; column_id: string; affects: string; message: string }[];
      };
      expect(columns.find(({ name }) => name === 'Status')).toMatchObject({
        kind: 'choice',
        writable: true,
        options: expect.arrayContaining(['prospect', 'À rappeler']),
      });
      const dueDate = columns.find(({ name }) => name === 'Due Date');
      expect(misfits.filter(({ field }) => field === 'montant_brut')).toContainEqual({
        field: 'montant_brut',
        column_id: dueDate?.id,
        affects: 'both',
        message: expect.stringMatching(/« Due Date » .* contient des dates : montant_brut demande/),
      });
      expect(columns.find(({ name }) => name === 'Amount')).toMatchObject({ kind: 'number', options: [] });
      for (const { confidence, reason } of suggestions) {
        expect(confidence).toBeGreaterThan(0.7);
        expect(reason).toMatch(/\.$/);
      }
    },
  );

  it('looks at another base and table before anything is saved, with the stored token', async () => {
    const world = await openWorld(dialect);
    world.airtable.state.addBase(FRENCH_BASE);
    await world.configure('airtable');
    const choose = await world.call('GET', `${SCHEMA('airtable')}?base_id=${FRENCH_BASE.id}`);
    expect(choose.body).toMatchObject({
      data: {
        table_id: null,
        tables: [{ name: 'Affaires' }, { name: 'Contacts' }],
        message: expect.stringContaining('table_name'),
        columns: [],
      },
    });
    const look = await world.call(
      'GET',
      `${SCHEMA('airtable')}?base_id=${FRENCH_BASE.id}&table_name=Affaires`,
    );
    expect(look.body).toMatchObject({
      data: {
        table_name: 'Affaires',
        suggested_mapping: {
          client: 'Raison sociale',
          statut: 'Étape',
          montant_brut: 'Montant HT',
          date_echeance: 'Échéance',
          assignee: 'Commercial',
          notes: 'Commentaires',
        },
      },
    });
    expect((look.body.data as { suggested_mapping: object }).suggested_mapping).not.toHaveProperty('secteur');
    const stored = await world.database.em().findOneOrFail(ConnectorConfig, { provider: 'airtable' });
    expect(stored).toMatchObject({ base_id: CONFIGURATIONS.airtable.base_id, table_name: 'Deals' });
  });

  it('lists the data sources of a Notion database that has several', async () => {
    const world = await openWorld(dialect);
    world.notion.state.addDatabases({
      title: 'CRM',
      dataSources: [
        { name: 'Affaires', properties: { Nom: 'title', Montant: 'number' } },
        { name: 'Archives', properties: { Nom: 'title' } },
      ],
    });
    await world.configure('notion');
    const id = world.notion.state.dataSource('Affaires').databaseId;
    const choose = await world.call('GET', `${SCHEMA('notion')}?base_id=${id}`);
    expect(choose).toMatchObject({
      status: 200,
      body: { data: { table_id: null, tables: [{ name: 'Affaires' }, { name: 'Archives' }] } },
    });
    const look = await world.call('GET', `${SCHEMA('notion')}?base_id=${id}&table_name=Affaires`);
    expect(look.body).toMatchObject({
      data: { table_name: 'Affaires', suggested_mapping: { client: 'Nom', montant_brut: 'Montant' } },
    });
  });

  it('explains each pair of the present mapping that cannot work', async () => {
    const world = await openWorld(dialect);
    world.airtable.state.addBase(FRENCH_BASE);
    await world.call('PUT', CONFIG, {
      ...CONFIGURATIONS.airtable,
      base_id: FRENCH_BASE.id,
      table_name: 'Affaires',
      field_mapping: {
        client: 'Raison sociale',
        montant_brut: 'Signé',
        date_echeance: 'Montant HT',
        notes: 'Journal',
      },
    });
    const { body } = await world.call('GET', SCHEMA('airtable'));
    expect((body.data as { conflicts: unknown }).conflicts).toEqual([
      {
        field: 'montant_brut',
        mapped_to: 'Signé',
        affects: 'both',
        message: expect.stringMatching(/« Signé ».*case à cocher.*montant_brut/),
      },
      {
        field: 'date_echeance',
        mapped_to: 'Montant HT',
        affects: 'both',
        message: expect.stringMatching(/des nombres.*date_echeance demande une colonne de dates/),
      },
      {
        field: 'notes',
        mapped_to: 'Journal',
        affects: 'both',
        message: expect.stringContaining('n’existe pas'),
      },
    ]);
  });

  it('is refused without a token, without a base, and where the vendor refuses', async () => {
    const world = await openWorld(dialect);
    expect(await world.call('GET', SCHEMA('airtable'))).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('Aucune configuration') },
    });
    await world.call('PUT', CONFIG, { base_id: CONFIGURATIONS.airtable.base_id, table_name: 'Deals' });
    expect(await world.call('GET', SCHEMA('airtable'))).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('api_token manque') },
    });
    await world.configure('airtable');
    world.airtable.state.revokeToken(CONFIGURATIONS.airtable.api_token);
    expect(await world.call('GET', SCHEMA('airtable'))).toEqual({
      status: 500,
      body: { success: false, error: expect.stringContaining('Airtable refuse le jeton') },
    });
    expect((await world.call('GET', SCHEMA('hubspot'))).status).toBe(400);
  });
});

describe.each(TEST_DIALECTS)('Samples of a connector (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)(
    'shows three records of %s and the deal each would give',
    async (provider) => {
      const rows = [...GOOD_ROWS, { Name: 'Sans montant', Status: 'À rappeler' }, { Name: 'Quatrième' }];
      const world = await openWorld(dialect, { [provider]: rows });
      await world.configure(provider);
      const { status, body } = await world.call('GET', SAMPLES(provider));
      expect(status).toBe(200);
      const { records } = body.data as {
        records: { deal: object; cells: { field: string; value: unknown }[] }[];
      };
      expect(records).toHaveLength(3);
      expect(records).toContainEqual(
        expect.objectContaining({
          deal: expect.objectContaining({
            client: 'Atelier Morel',
            statut: 'négociation',
            montant_brut: 8500.5,
          }),
          reasons: [],
        }),
      );
      expect(records).toContainEqual(
        expect.objectContaining({
          deal: expect.objectContaining({ client: 'Sans montant', statut: 'prospect' }),
          reasons: [expect.stringContaining('montant_brut')],
        }),
      );
      const morel = records.find(({ deal }) => 'client' in deal && deal.client === 'Atelier Morel');
      expect(morel?.cells.find(({ field }) => field === 'montant_brut')).toMatchObject({
        column_name: 'Amount',
        value: 8500.5,
      });
    },
  );

  it('tries a mapping that is not saved', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const { body } = await world.call('GET', `${SAMPLES('airtable')}?client=Sector&montant_brut=Amount`);
    const { records } = body.data as { records: { deal: { client?: string } }[] };
    expect(records[0]?.deal).toEqual({ client: 'Industrie', montant_brut: 8500.5 });
  });
});

describe.each(TEST_DIALECTS)('Warnings of a saved configuration (%s)', (dialect) => {
  it('there are none when every pair works, and the answer is as specified', async () => {
    const world = await openWorld(dialect);
    const { body } = await world.call('PUT', CONFIG, CONFIGURATIONS.airtable);
    expect(Object.keys(body)).toEqual(['success', 'data']);
  });

  it('they say which pairs cannot work, and the configuration is saved', async () => {
    const world = await openWorld(dialect);
    const { status, body } = await world.call('PUT', CONFIG, {
      ...CONFIGURATIONS.airtable,
      field_mapping: { client: 'Name', montant_brut: 'Due Date', notes: 'Journal' },
    });
    expect(status).toBe(200);
    expect(body.warnings).toEqual([
      expect.stringMatching(/« Due Date ».*des dates.*montant_brut/),
      expect.stringMatching(/« Journal ».*n’existe pas/),
    ]);
    expect(await world.database.em().count(ConnectorConfig, { table_name: 'Deals' })).toBe(1);
  });

  it('they say that nothing could be verified while the vendor is down, without keeping anyone waiting', async () => {
    const world = await openWorld(dialect);
    world.airtable.faults.add({ kind: 'drop', times: 10 });
    const startedAt = performance.now();
    const { status, body } = await world.call('PUT', CONFIG, CONFIGURATIONS.airtable);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(status).toBe(200);
    expect(body.warnings).toEqual([
      expect.stringMatching(/^Enregistré, mais .*pas pu être vérifiée. Airtable/),
    ]);
    expect(await world.database.em().count(ConnectorConfig, { provider: 'airtable' })).toBe(1);
  });

  it('an unusable stored mapping is said everywhere, and never replaced by the default one unseen', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.database
      .em()
      .nativeUpdate(
        ConnectorConfig,
        { provider: 'airtable' },
        { field_mapping: '{"client":"Name","Valeur":"x"}' },
      );
    const unusable = expect.stringContaining('inutilisable');
    const list = await world.call('GET', '/api/connectors/config');
    expect(list.body).toMatchObject({ data: [{ field_mapping: null }], warnings: [unusable] });
    const test = await world.call('POST', '/api/connectors/test/airtable');
    expect(test).toMatchObject({ status: 200, body: { success: false, error: unusable } });
    const run = await world.call('POST', '/api/sync/airtable/import');
    expect(run).toEqual({ status: 400, body: { success: false, error: unusable } });
  });
});

describe.each(TEST_DIALECTS)('Connection test of a renamed column (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)('passes on %s, as runs go on with it', async (provider) => {
    const world = await openWorld(dialect, { [provider]: GOOD_ROWS });
    await world.configure(provider);
    const mapping = { client: 'Name', montant_brut: 'Amount', notes: 'Notes' };
    await world.call('PUT', `/api/connectors/config/${provider}`, { field_mapping: mapping });
    expect((await world.call('POST', `/api/sync/${provider}/import`)).body).toMatchObject({
      records_created: 2,
    });
    expect(await world.database.em().count(ColumnBinding, { field: 'notes' })).toBe(1);
    if (provider === 'airtable') world.airtable.state.table('Deals').renameField('Notes', 'Commentaires');
    else world.notion.state.dataSource('Deals').renameProperty('Notes', 'Commentaires');
    const test = await world.call('POST', `/api/connectors/test/${provider}`);
    expect(test.body).toMatchObject({ success: true, record_count: 2 });
    const again = await world.call('POST', `/api/sync/${provider}/import`);
    expect(again.body).toMatchObject({ status: 'success', records_unchanged: 2 });
  });
});
