import { describe, expect, it } from 'vitest';
import { NOTION_VERSIONS } from '../../src/index.ts';
import { DATABASE, message, SOURCE, startDeals } from './deals-workspace.ts';

describe('checks of every request', () => {
  it('refuses an unknown token before it looks at anything else', async () => {
    const { send } = await startDeals();
    for (const token of [null, 'ntn_wrong']) {
      const answer = await send('GET', '/nowhere', { token, version: null });
      expect(answer).toMatchObject({
        status: 401,
        body: { object: 'error', status: 401, code: 'unauthorized', message: 'API token is invalid.' },
      });
    }
  });

  it('refuses a request without version', async () => {
    const { send } = await startDeals();
    const answer = await send('GET', '/users/me', { version: null });
    expect(answer).toMatchObject({ status: 400, body: { code: 'missing_version' } });
    expect(message(answer)).toBe(
      'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
    );
  });

  it('refuses an unknown version and lists those it knows', async () => {
    const { send } = await startDeals();
    const answer = await send('GET', '/users/me', { version: '2024-01-01' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    for (const version of NOTION_VERSIONS) expect(message(answer)).toContain(`\`"${version}"\``);
    expect(message(answer)).toContain('instead was `"2024-01-01"`.');
  });

  it('accepts only the versions it was told to know', async () => {
    const { send } = await startDeals({ versions: ['2022-06-28'] });
    expect((await send('GET', '/users/me', { version: '2022-06-28' })).status).toBe(200);
    expect((await send('GET', '/users/me')).status).toBe(400);
  });

  it('refuses a path it does not know', async () => {
    const { send } = await startDeals();
    for (const [method, path] of [
      ['GET', '/nowhere'],
      ['DELETE', `/databases/${DATABASE}`],
      ['POST', `/databases/${DATABASE}/query`],
    ] as const) {
      const answer = await send(method, path, method === 'POST' ? { body: {} } : {});
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'invalid_request_url', message: 'Invalid request URL.' },
      });
    }
  });

  it('refuses a body that is no JSON', async () => {
    const { send } = await startDeals();
    expect(await send('POST', '/pages', { raw: '{"parent":' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_json', message: 'Error parsing JSON body.' },
    });
  });

  it('refuses a body over 500 KB', async () => {
    const { send } = await startDeals();
    const answer = await send('POST', '/pages', { raw: JSON.stringify({ filler: 'x'.repeat(520_000) }) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'validation_error' } });
  });

  it('refuses ids that are none, and members and parameters it does not know', async () => {
    const { send } = await startDeals();
    expect(message(await send('GET', '/pages/abc'))).toBe(
      'path failed validation: path.page_id should be a valid uuid, instead was `"abc"`.',
    );
    expect(message(await send('GET', `/databases/${DATABASE}?v=0`))).toBe(
      'query failed validation: query.v should be not present, instead was `"0"`.',
    );
    const query = await send('POST', `/data_sources/${SOURCE}/query`, { body: { filter_properties: ['x'] } });
    expect(message(query)).toBe(
      'body failed validation: body.filter_properties should be not present, instead was `["x"]`.',
    );
  });

  it('takes ids with and without hyphens and answers them with', async () => {
    const { send } = await startDeals();
    expect(await send('GET', `/data_sources/${SOURCE.replaceAll('-', '')}`)).toMatchObject({
      status: 200,
      body: { id: SOURCE },
    });
  });

  it('gives every answer a request id, in the header and in the body', async () => {
    const { send } = await startDeals();
    for (const path of ['/users/me', '/nowhere']) {
      const { body, headers } = await send('GET', path);
      expect(body).toMatchObject({ request_id: headers.get('x-notion-request-id') });
      expect(headers.get('x-notion-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('server')).toBe('cloudflare');
    }
  });

  it('refuses what the owner did not allow', async () => {
    const { send, emulator, deals } = await startDeals();
    const id = deals.addRow({ Name: 'A' });
    emulator.state.setToken('reader', { capabilities: ['read'] });
    const refused = {
      status: 403,
      body: { code: 'restricted_resource', message: 'Insufficient permissions for this endpoint.' },
    };
    const body = { parent: { data_source_id: SOURCE }, properties: {} };
    expect(await send('POST', '/pages', { token: 'reader', body })).toMatchObject(refused);
    expect(await send('PATCH', `/pages/${id}`, { token: 'reader', body: {} })).toMatchObject(refused);
    expect(await send('GET', '/users', { token: 'reader' })).toMatchObject(refused);
    expect((await send('GET', `/pages/${id}`, { token: 'reader' })).status).toBe(200);
    emulator.state.setToken('writer', { capabilities: ['insert'] });
    expect(await send('GET', `/pages/${id}`, { token: 'writer' })).toMatchObject(refused);
  });
});
