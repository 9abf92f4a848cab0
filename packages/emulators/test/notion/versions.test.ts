import { describe, expect, it } from 'vitest';
import { at, DATABASE, list, message, SOURCE, startDeals, startEmulator } from './deals-workspace.ts';

const SECOND = '50505050-0000-4000-8000-000000000009';

const TWO_SOURCES = [
  {
    id: DATABASE,
    title: 'Affaires',
    dataSources: [
      { id: SOURCE, name: 'France', properties: { Name: 'title' } as const },
      { id: SECOND, name: 'Export', properties: { Name: 'title' } as const },
    ],
  },
];

const OLD = { version: '2022-06-28' };

describe('databases and data sources', () => {
  it('have ids of their own, which are not interchangeable', async () => {
    const { send } = await startDeals();
    const database = await send('GET', `/databases/${DATABASE}`);
    expect(database).toMatchObject({
      status: 200,
      body: { object: 'database', id: DATABASE, data_sources: [{ id: SOURCE, name: 'Deals' }] },
    });
    expect(at(database.body, 'properties')).toBeUndefined();
    const wrong = await send('GET', `/databases/${SOURCE}`);
    expect(wrong).toMatchObject({ status: 404, body: { code: 'object_not_found' } });
    expect(message(wrong)).toBe(
      `Could not find database with ID: ${SOURCE}. Make sure the relevant pages and databases are shared with your integration "Passerelle".`,
    );
    expect(await send('GET', `/data_sources/${DATABASE}`)).toMatchObject({ status: 404 });
  });

  it('may be several to a database since 2025-09-03; older versions name the ids to choose from', async () => {
    const { send } = await startEmulator({ databases: TWO_SOURCES });
    expect(await send('GET', `/databases/${DATABASE}`)).toMatchObject({
      body: {
        data_sources: [
          { id: SOURCE, name: 'France' },
          { id: SECOND, name: 'Export' },
        ],
      },
    });
    const refused = {
      status: 400,
      body: {
        code: 'validation_error',
        message: 'Databases with multiple data sources are not supported in this API version.',
        additional_data: {
          error_type: 'multiple_data_sources_for_database',
          database_id: DATABASE,
          child_data_source_ids: [SOURCE, SECOND],
          minimum_api_version: '2025-09-03',
        },
      },
    };
    expect(await send('GET', `/databases/${DATABASE}`, OLD)).toMatchObject(refused);
    expect(await send('POST', `/databases/${DATABASE}/query`, { ...OLD, body: {} })).toMatchObject(refused);
    const body = { parent: { database_id: DATABASE }, properties: {} };
    expect(await send('POST', '/pages', { ...OLD, body })).toMatchObject(refused);
    expect(await send('POST', '/pages', { body })).toMatchObject(refused);
  });

  it('are one and the same before 2025-09-03', async () => {
    const { send, deals } = await startDeals();
    deals.addRow({ Name: 'A' });
    expect(await send('GET', `/databases/${DATABASE}`, OLD)).toMatchObject({
      body: { id: DATABASE, properties: { Amount: { type: 'number', number: { format: 'euro' } } } },
    });
    const query = await send('POST', `/databases/${DATABASE}/query`, { ...OLD, body: {} });
    expect(query).toMatchObject({
      status: 200,
      body: { results: [{ parent: { type: 'database_id', database_id: DATABASE } }] },
    });
    expect(at(query.body, 'results', 0, 'parent', 'data_source_id')).toBeUndefined();
    const unknown = { status: 400, body: { code: 'invalid_request_url' } };
    expect(await send('GET', `/data_sources/${SOURCE}`, OLD)).toMatchObject(unknown);
    expect(await send('POST', `/data_sources/${SOURCE}/query`, { ...OLD, body: {} })).toMatchObject(unknown);
  });

  it('gain one by POST /data_sources', async () => {
    const { send } = await startDeals();
    const made = await send('POST', '/data_sources', {
      body: {
        parent: { database_id: DATABASE },
        title: [{ text: { content: 'Archives' } }],
        properties: { Nom: { title: {} }, Montant: { number: { format: 'euro' } } },
      },
    });
    expect(made).toMatchObject({
      status: 200,
      body: { object: 'data_source', properties: { Nom: { id: 'title' }, Montant: { type: 'number' } } },
    });
    const database = await send('GET', `/databases/${DATABASE}`);
    expect(list(database.body, 'data_sources')).toHaveLength(2);
  });

  it('are made together by POST /databases, and trashed and renamed by PATCH', async () => {
    const { send } = await startDeals();
    const made = await send('POST', '/databases', {
      body: {
        parent: { workspace: true },
        title: [{ text: { content: 'Neuve' } }],
        initial_data_source: { properties: { Nom: { title: {} } } },
      },
    });
    const id = String(at(made.body, 'id'));
    expect(
      await send('PATCH', `/databases/${id}`, { body: { title: [{ text: { content: 'Autre' } }] } }),
    ).toMatchObject({
      body: { title: [{ plain_text: 'Autre' }] },
    });
    const source = String(at(made.body, 'data_sources', 0, 'id'));
    expect(await send('PATCH', `/data_sources/${source}`, { body: { in_trash: true } })).toMatchObject({
      status: 200,
      body: { in_trash: true },
    });
    const refused = await send('POST', '/pages', {
      body: { parent: { data_source_id: source }, properties: {} },
    });
    expect(refused.status).toBe(400);
  });
});

describe('what a version changes', () => {
  it('is the type of mixed lists', async () => {
    const { send } = await startDeals();
    const old = await send('POST', `/databases/${DATABASE}/query`, { ...OLD, body: {} });
    expect(old.body).toMatchObject({ type: 'page_or_database', page_or_database: {} });
    for (const version of ['2025-09-03', '2026-03-11'])
      expect((await send('POST', `/data_sources/${SOURCE}/query`, { version, body: {} })).body).toMatchObject(
        {
          type: 'page_or_data_source',
          page_or_data_source: {},
        },
      );
  });

  it('is `archived`, which exists before 2026-03-11 in answers', async () => {
    const { send, deals } = await startDeals();
    const id = deals.addRow({ Name: 'A' });
    for (const path of [`/pages/${id}`, `/databases/${DATABASE}`]) {
      for (const version of ['2022-06-28', '2025-09-03'])
        expect((await send('GET', path, { version })).body).toMatchObject({
          archived: false,
          in_trash: false,
        });
      const latest = await send('GET', path, { version: '2026-03-11' });
      expect(at(latest.body, 'archived')).toBeUndefined();
      expect(latest.body).toMatchObject({ in_trash: false });
    }
  });

  it('is `archived`, which 2026-03-11 refuses in requests', async () => {
    const { send, deals } = await startDeals();
    const id = deals.addRow({ Name: 'A' });
    const refused = await send('PATCH', `/pages/${id}`, { version: '2026-03-11', body: { archived: true } });
    expect(refused.status).toBe(400);
    expect(message(refused)).toBe(
      'body failed validation: body.archived should be not present, instead was `true`.',
    );
    expect(await send('PATCH', `/pages/${id}`, { body: { archived: true } })).toMatchObject({
      body: { archived: true, in_trash: true },
    });
  });

  it('is the data source in the configuration of a relation', async () => {
    const { send } = await startDeals();
    const relation = ['properties', 'Client', 'relation'];
    const old = await send('GET', `/databases/${DATABASE}`, OLD);
    const latest = await send('GET', `/data_sources/${SOURCE}`);
    expect(at(old.body, ...relation, 'data_source_id')).toBeUndefined();
    expect(at(latest.body, ...relation, 'data_source_id')).toBeDefined();
    expect(at(latest.body, ...relation)).toMatchObject({
      type: 'dual_property',
      dual_property: { synced_property_name: 'Deals' },
    });
  });
});
