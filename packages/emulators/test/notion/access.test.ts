import { describe, expect, it } from 'vitest';
import { at, CLIENTS, DATABASE, list, SOURCE, startDeals, TOKEN } from './deals-workspace.ts';

describe('losing access', () => {
  it.each([
    ['the data source', SOURCE],
    ['its database', DATABASE],
  ])('to %s is 404 everywhere', async (_name, lost) => {
    const { send, emulator, deals } = await startDeals();
    const id = deals.addRow({ Name: 'A' });
    emulator.state.unshare(lost, TOKEN);
    const gone = { status: 404, body: { code: 'object_not_found' } };
    expect(await send('GET', `/data_sources/${SOURCE}`)).toMatchObject(gone);
    expect(await send('GET', `/databases/${DATABASE}`)).toMatchObject(gone);
    expect(await send('POST', `/data_sources/${SOURCE}/query`, { body: {} })).toMatchObject(gone);
    expect(await send('GET', `/pages/${id}`)).toMatchObject(gone);
    expect(await send('PATCH', `/pages/${id}`, { body: { in_trash: true } })).toMatchObject(gone);
    const create = { body: { parent: { data_source_id: SOURCE }, properties: {} } };
    expect(await send('POST', '/pages', create)).toMatchObject(gone);
    const found = await send('POST', '/search', { body: {} });
    expect(list(found.body, 'results').map((one) => at(one, 'id'))).toEqual([CLIENTS]);
    emulator.state.share(lost, TOKEN);
    expect((await send('GET', `/pages/${id}`)).status).toBe(200);
  });

  it('is for the token it is taken from', async () => {
    const { send, emulator } = await startDeals();
    emulator.state.setToken('other');
    emulator.state.unshare(SOURCE, 'other');
    expect((await send('GET', `/data_sources/${SOURCE}`)).status).toBe(200);
    expect((await send('GET', `/data_sources/${SOURCE}`, { token: 'other' })).status).toBe(404);
    emulator.state.revokeToken('other');
    expect((await send('GET', '/users/me', { token: 'other' })).status).toBe(401);
  });

  it('is the same as never having had it', async () => {
    const { send, emulator, deals } = await startDeals();
    const id = deals.addRow({ Name: 'A' });
    emulator.state.setToken('narrow', { name: 'Étroite', shared: [CLIENTS] });
    const answer = await send('GET', `/pages/${id}`, { token: 'narrow' });
    expect(answer).toMatchObject({ status: 404 });
    expect(String(at(answer.body, 'message'))).toContain('integration "Étroite"');
    expect((await send('GET', `/data_sources/${CLIENTS}`, { token: 'narrow' })).status).toBe(200);
  });
});

describe('search', () => {
  const search = async (body: object, version?: string) => {
    const started = await startDeals();
    started.deals.addRows([{ Name: 'Contrat Alpha' }, { Name: 'Contrat Beta', Notes: 'alpha' }]);
    return started.send('POST', '/search', { body, ...(version === undefined ? {} : { version }) });
  };

  it('finds pages and tables by their title only', async () => {
    const pages = await search({ query: 'alpha' });
    expect(list(pages.body, 'results')).toHaveLength(1);
    expect(pages.body).toMatchObject({ type: 'page_or_data_source', results: [{ object: 'page' }] });
    const tables = await search({ filter: { property: 'object', value: 'data_source' } });
    expect(tables.body).toMatchObject({ results: [{ object: 'data_source' }, { object: 'data_source' }] });
  });

  it('finds databases before data sources existed', async () => {
    const filter = { property: 'object', value: 'database' };
    const old = await search({ filter }, '2022-06-28');
    expect(old.body).toMatchObject({ type: 'page_or_database', results: [{ object: 'database' }, {}] });
    const refused = await search({ filter });
    expect(String(at(refused.body, 'message'))).toBe(
      'body failed validation: body.filter.value should be `"page"` or `"data_source"`, instead was `"database"`.',
    );
  });

  it('sorts by last edit and pages', async () => {
    const first = await search({
      page_size: 1,
      sort: { timestamp: 'last_edited_time', direction: 'descending' },
    });
    expect(first.body).toMatchObject({ has_more: true });
    const refused = await search({ sort: { timestamp: 'created_time', direction: 'ascending' } });
    expect(String(at(refused.body, 'message'))).toBe(
      'body.sort.timestamp should be "last_edited_time" when sorting by timestamp.',
    );
  });
});

describe('users', () => {
  it('are members and bots, with e-mail only where that is allowed', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    const { send, emulator } = await startDeals({
      people: [{ id, name: 'Camille', email: 'c@example.com' }],
    });
    expect(await send('GET', `/users/${id}`)).toMatchObject({
      body: { object: 'user', type: 'person', name: 'Camille', person: { email: 'c@example.com' } },
    });
    emulator.state.setToken('shy', { capabilities: ['read', 'user_info'] });
    const shy = await send('GET', `/users/${id}`, { token: 'shy' });
    expect(at(shy.body, 'person')).toEqual({});
    const all = await send('GET', '/users');
    expect(all.body).toMatchObject({ type: 'user', has_more: false });
    expect(list(all.body, 'results').map((user) => at(user, 'type'))).toContain('bot');
    expect(await send('GET', '/users/me')).toMatchObject({
      body: { type: 'bot', name: 'Passerelle', bot: { workspace_limits: {} } },
    });
  });

  it('are ids alone where users may not be read', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    const { send, emulator, deals } = await startDeals({ people: [{ id, name: 'Camille' }] });
    const row = deals.addRow({ Name: 'A', Owner: [id] });
    emulator.state.setToken('blind', { capabilities: ['read'] });
    const page = await send('GET', `/pages/${row}`, { token: 'blind' });
    expect(at(page.body, 'properties', 'Owner', 'people')).toEqual([{ object: 'user', id }]);
  });
});
