import {
  Client,
  collectPaginatedAPI,
  isFullPage,
  iterateAllDataSourceRows,
  LogLevel,
} from '@notionhq/client';
import { describe, expect, it } from 'vitest';
import { FakeClock, notionFaults } from '../../src/index.ts';
import { DATABASE, SOURCE, startDeals, TOKEN } from './deals-workspace.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Name: `L${index}`, Amount: index }));

async function startClient(notionVersion: string, options: Parameters<typeof startDeals>[0] = {}) {
  const started = await startDeals(options);
  const client = new Client({
    auth: TOKEN,
    baseUrl: started.emulator.origin,
    notionVersion,
    retry: false,
    logLevel: LogLevel.ERROR,
  });
  return { ...started, client };
}

describe.each(['2025-09-03', '2026-03-11'])('the official client with %s', (version) => {
  it('finds the data source, pages through its rows, creates, updates, trashes and reads back', async () => {
    const { client, deals } = await startClient(version);
    deals.addRows(rows(250));
    const database = await client.databases.retrieve({ database_id: DATABASE });
    const id = 'data_sources' in database ? (database.data_sources[0]?.id ?? '') : '';
    expect(id).toBe(SOURCE);
    const source = await client.dataSources.retrieve({ data_source_id: id });
    expect(Object.keys(source.properties)).toContain('Amount');
    expect(await collectPaginatedAPI(client.dataSources.query, { data_source_id: id })).toHaveLength(250);

    const made = await client.pages.create({
      parent: { data_source_id: id },
      properties: { Name: { title: [{ text: { content: 'Neuf' } }] }, Amount: { number: 3 } },
    });
    const updated = await client.pages.update({ page_id: made.id, properties: { Amount: { number: 4 } } });
    expect(isFullPage(updated) && updated.properties.Amount).toMatchObject({ type: 'number', number: 4 });
    const found = await client.dataSources.query({
      data_source_id: id,
      filter: { property: 'Name', title: { equals: 'Neuf' } },
      filter_properties: [source.properties.Amount?.id ?? ''],
    });
    expect(found.results).toMatchObject([{ id: made.id, properties: { Amount: { number: 4 } } }]);
    await client.pages.update({ page_id: made.id, in_trash: true });
    expect(await client.pages.retrieve({ page_id: made.id })).toMatchObject({ in_trash: true });
    const item = await client.pages.properties.retrieve({
      page_id: made.id,
      property_id: source.properties.Amount?.id ?? '',
    });
    expect(item).toMatchObject({ object: 'property_item', number: 4 });
  });

  it('makes a database with its first data source, changes its columns and adds a second one', async () => {
    const { client } = await startClient(version);
    const made = await client.databases.create({
      parent: { type: 'workspace', workspace: true },
      title: [{ text: { content: 'Suivi' } }],
      initial_data_source: { properties: { Nom: { title: {} } } },
    });
    const [first] = 'data_sources' in made ? made.data_sources : [];
    const changed = await client.dataSources.update({
      data_source_id: first?.id ?? '',
      properties: { Montant: { number: { format: 'euro' } } },
    });
    expect(Object.keys(changed.properties)).toEqual(['Nom', 'Montant']);
    const second = await client.dataSources.create({
      parent: { type: 'database_id', database_id: made.id },
      title: [{ text: { content: 'Archives' } }],
      properties: { Nom: { title: {} } },
    });
    const database = await client.databases.retrieve({ database_id: made.id });
    expect('data_sources' in database && database.data_sources.map(({ id }) => id)).toEqual([
      first?.id,
      second.id,
    ]);
    const row = await client.pages.create({
      parent: { data_source_id: first?.id ?? '' },
      properties: { Nom: { title: [{ text: { content: 'A' } }] } },
    });
    await client.pages.move({
      page_id: row.id,
      parent: { data_source_id: second.id, type: 'data_source_id' },
    });
    const moved = await client.dataSources.query({ data_source_id: second.id });
    expect(moved.results).toMatchObject([{ id: row.id, parent: { data_source_id: second.id } }]);
  });

  it('searches, lists users and knows itself', async () => {
    const { client } = await startClient(version);
    const found = await client.search({
      filter: { property: 'object', value: 'data_source' },
      query: 'deals',
    });
    expect(found.results).toMatchObject([{ object: 'data_source', id: SOURCE }]);
    expect((await client.users.list({})).results.length).toBeGreaterThan(0);
    expect(await client.users.me({})).toMatchObject({ type: 'bot', name: 'Passerelle' });
  });

  it('reads on past the cap with its own helper', async () => {
    const clock = new FakeClock();
    const { client, deals } = await startClient(version, { clock, queryCap: 40 });
    for (const row of rows(130)) {
      deals.addRow(row);
      clock.advance(20_000);
    }
    const seen = new Set<string>();
    for await (const row of iterateAllDataSourceRows(client, { data_source_id: SOURCE })) seen.add(row.id);
    expect(seen.size).toBe(130);
  });

  it('understands errors', async () => {
    const { client, emulator, deals } = await startClient(version);
    const missing = '00000000-0000-4000-8000-000000000000';
    await expect(client.pages.retrieve({ page_id: missing })).rejects.toMatchObject({
      code: 'object_not_found',
      status: 404,
    });
    emulator.faults.add(notionFaults.unavailableAfterCommit());
    const failure = await client.pages
      .create({ parent: { data_source_id: SOURCE }, properties: {} })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'service_unavailable',
      additional_data: { committed_resource_id: deals.rows[0]?.id },
    });
  });
});

describe('the official client with 2022-06-28', () => {
  it('lists, creates and updates the rows of a database by the paths of its time', async () => {
    const { client, deals } = await startClient('2022-06-28');
    deals.addRows(rows(120));
    const database = await client.databases.retrieve({ database_id: DATABASE });
    expect(database).toMatchObject({ object: 'database', properties: { Amount: { type: 'number' } } });
    const query = (start_cursor?: unknown) =>
      client.request<{ results: unknown[]; next_cursor: string | null }>({
        path: `databases/${DATABASE}/query`,
        method: 'post',
        body: start_cursor === undefined ? {} : { start_cursor },
      });
    const first = await query();
    const second = await query(first.next_cursor);
    expect(first.results.length + second.results.length).toBe(120);
    const made = await client.pages.create({
      parent: { database_id: DATABASE },
      properties: { Name: { title: [{ text: { content: 'Neuf' } }] } },
    });
    expect(made).toMatchObject({ archived: false, parent: { type: 'database_id', database_id: DATABASE } });
    await client.pages.update({ page_id: made.id, archived: true });
    expect(await client.pages.retrieve({ page_id: made.id })).toMatchObject({
      archived: true,
      in_trash: true,
    });
    await expect(client.dataSources.retrieve({ data_source_id: SOURCE })).rejects.toMatchObject({
      code: 'invalid_request_url',
    });
  });

  it('queries with filter, sorts and columns, and makes and changes a database by its own columns', async () => {
    const { client, deals } = await startClient('2022-06-28');
    deals.addRows(rows(5));
    const database = await client.request<{ properties: Record<string, { id: string }> }>({
      path: `databases/${DATABASE}`,
      method: 'get',
    });
    const found = await client.request<{ type: string; results: { properties: object }[] }>({
      path: `databases/${DATABASE}/query`,
      method: 'post',
      query: { filter_properties: [database.properties.Name?.id ?? ''] },
      body: {
        filter: { property: 'Amount', number: { greater_than: 2 } },
        sorts: [{ property: 'Amount', direction: 'descending' }],
      },
    });
    expect(found.type).toBe('page_or_database');
    expect(found.results.map(({ properties }) => properties)).toMatchObject([
      { Name: { title: [{ plain_text: 'L4' }] } },
      { Name: { title: [{ plain_text: 'L3' }] } },
    ]);
    expect(found.results.flatMap(({ properties }) => Object.keys(properties))).toEqual(['Name', 'Name']);
    const searched = await client.request({
      path: 'search',
      method: 'post',
      body: { query: 'deals', filter: { property: 'object', value: 'database' } },
    });
    expect(searched).toMatchObject({
      type: 'page_or_database',
      results: [{ object: 'database', id: DATABASE }],
    });
    const made = await client.request<{ id: string }>({
      path: 'databases',
      method: 'post',
      body: {
        parent: { type: 'workspace', workspace: true },
        title: [{ text: { content: 'Suivi' } }],
        properties: { Nom: { title: {} } },
      },
    });
    const changed = await client.request({
      path: `databases/${made.id}`,
      method: 'patch',
      body: { properties: { Montant: { number: { format: 'euro' } } } },
    });
    expect(changed).toMatchObject({
      object: 'database',
      properties: { Nom: { type: 'title' }, Montant: { type: 'number', number: { format: 'euro' } } },
    });
  });
});
