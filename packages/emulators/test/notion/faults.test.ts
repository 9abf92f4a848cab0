import { describe, expect, it } from 'vitest';
import { type Fault, notionFaults, type RateLimitReason } from '../../src/index.ts';
import { at, message, SOURCE, startDeals } from './deals-workspace.ts';

async function startFaulty(...faults: Fault[]) {
  const started = await startDeals({ faults });
  const create = () =>
    started.send('POST', '/pages', {
      body: {
        parent: { data_source_id: SOURCE },
        properties: { Name: { title: [{ text: { content: 'A' } }] } },
      },
    });
  return { ...started, create };
}

const REASONS: readonly RateLimitReason[] = [
  'public_api_request_rate_limit',
  'public_api_space_request_rate_limit',
  'public_api_endpoint_rate_limit',
  'collection_router_upstream_429',
  'mcp_tool_rate_limit',
  'public_api_request_blocked',
];

describe('faults on demand', () => {
  it.each(REASONS)('429 for %s', async (reason) => {
    const { create, deals } = await startFaulty(notionFaults.rateLimited(reason, { retryAfterSeconds: 90 }));
    const answer = await create();
    expect(answer).toMatchObject({
      status: 429,
      body: { code: 'rate_limited', additional_data: { rate_limit_reason: reason, retry_after: '90' } },
    });
    expect(answer.headers.get('retry-after')).toBe('90');
    expect(deals.count).toBe(0);
    expect((await create()).status).toBe(200);
  });

  it.each([
    ['409 conflict_error', notionFaults.conflict()],
    ['500 internal_server_error', notionFaults.internalError()],
    ['502 bad_gateway', notionFaults.badGateway()],
    ['503 service_unavailable', notionFaults.unavailable()],
    ['503 database_connection_unavailable', notionFaults.databaseConnectionUnavailable()],
    ['400 invalid_request', notionFaults.unsupportedRequest()],
    ['504 gateway_timeout', notionFaults.gatewayTimeout()],
    ['529 service_overload', notionFaults.overloaded()],
    ['403 restricted_resource', notionFaults.blockLimit()],
    ['400 validation_error', notionFaults.expiredCursor()],
  ])('%s for a request that did nothing', async (expected, fault) => {
    const { create, deals } = await startFaulty(fault);
    const answer = await create();
    expect(`${answer.status} ${at(answer.body, 'code')}`).toBe(expected);
    expect(at(answer.body, 'request_id')).toBe(answer.headers.get('x-notion-request-id'));
    expect(deals.count).toBe(0);
    expect((await create()).status).toBe(200);
  });

  it('503 after the write was saved, naming what was made', async () => {
    const { create, deals } = await startFaulty(notionFaults.unavailableAfterCommit());
    const answer = await create();
    expect(answer).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
    expect(at(answer.body, 'additional_data', 'committed_resource_id')).toBe(deals.rows[0]?.id);
    expect(at(answer.body, 'additional_data', 'retry_guidance')).toMatch(/Read the object again/);
  });

  it('503 after an update was saved, naming nothing, for the caller knows it', async () => {
    const { send, deals } = await startFaulty(notionFaults.unavailableAfterCommit());
    const id = deals.addRow({ Name: 'A' });
    const answer = await send('PATCH', `/pages/${id}`, { body: { properties: { Amount: { number: 7 } } } });
    expect(answer.status).toBe(503);
    expect(Object.keys(Object(at(answer.body, 'additional_data')))).toEqual(['retry_guidance']);
    expect(deals.row(id)?.values.Amount).toBe(7);
  });

  it('504 after the write was saved, saying nothing', async () => {
    const { create, deals } = await startFaulty(notionFaults.gatewayTimeoutAfterCommit());
    expect((await create()).status).toBe(504);
    expect(deals.count).toBe(1);
  });

  it('a page of the proxy that is no JSON', async () => {
    const { create } = await startFaulty(notionFaults.htmlPage({ status: 403 }));
    const answer = await create();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toContain('<h1>403</h1>');
  });

  it('a connection cut before or after the write', async () => {
    const { create, deals } = await startFaulty(notionFaults.dropped(), notionFaults.droppedAfterCommit());
    await expect(create()).rejects.toThrow();
    expect(deals.count).toBe(0);
    await expect(create()).rejects.toThrow();
    expect(deals.count).toBe(1);
  });

  it('strike the requests they are meant for, so often and after so many', async () => {
    const { create, send } = await startFaulty(
      notionFaults.conflict({ match: { method: 'POST', path: '/pages$' }, after: 1, times: 2 }),
    );
    expect((await send('GET', '/users/me')).status).toBe(200);
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await create()).status);
    expect(statuses).toEqual([200, 409, 409, 200]);
  });
});

describe('the control API', () => {
  it('changes rows, columns, access and behaviour from outside, unseen by the recorder', async () => {
    const { emulator, send, deals } = await startFaulty();
    const control = async (path: string, body: unknown) => {
      const response = await fetch(`${emulator.origin}/_control${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const { id } = Object(
      (await control('/rows/add', { dataSource: SOURCE, values: { Name: 'A', Amount: 1 } })).body,
    );
    await control('/rows/patch', { dataSource: SOURCE, row: id, values: { Amount: 2 } });
    await control('/properties/rename', { dataSource: SOURCE, column: 'Amount', name: 'Montant' });
    expect(deals.row(id)?.values.Montant).toBe(2);
    await control('/behaviour', { queryCap: 1, shortPages: [0] });
    expect(emulator.behaviour).toMatchObject({ queryCap: 1, shortPages: [0] });
    expect((await control('/behaviour', { queryCap: 0 })).status).toBe(400);
    expect((await control('/rows/trash', { dataSource: SOURCE, row: 'x' })).status).toBe(404);
    await control('/properties/retype', { dataSource: SOURCE, column: 'Montant', type: 'rich_text' });
    expect(deals.properties.find(({ name }) => name === 'Montant')?.type).toBe('rich_text');
    await control('/faults', [
      { name: 'rateLimited', reason: 'public_api_request_blocked' },
      { name: 'conflict' },
    ]);
    expect((await control('/faults', { name: 'rateLimited', reason: 'mood' })).status).toBe(400);
    expect([await send('GET', '/users/me'), await send('GET', '/users/me')]).toMatchObject([
      { status: 429, body: { additional_data: { rate_limit_reason: 'public_api_request_blocked' } } },
      { status: 409 },
    ]);
    await control('/tokens/grant', { token: 'narrow', capabilities: ['read'] });
    expect((await send('GET', '/users', { token: 'narrow' })).status).toBe(403);
    await control('/tokens/revoke', { token: 'narrow' });
    expect((await send('GET', '/users', { token: 'narrow' })).status).toBe(401);
    emulator.recorder.clear();
    await control('/unshare', { id: SOURCE });
    expect(emulator.requests).toHaveLength(0);
    const gone = await send('GET', `/pages/${id}`);
    expect(gone.status, message(gone)).toBe(404);
  });
});
