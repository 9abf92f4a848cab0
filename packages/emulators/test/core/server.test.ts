import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createVendorServer,
  FakeClock,
  FaultScript,
  listenOnLoopback,
  Recorder,
  VendorError,
} from '../../src/core/index.ts';

let app: FastifyInstance;
let origin: string;
let faults: FaultScript;
let recorder: Recorder;
let clock: FakeClock;
let written: unknown[];
let limits: unknown;

beforeEach(async () => {
  faults = new FaultScript();
  recorder = new Recorder();
  clock = new FakeClock();
  written = [];
  limits = undefined;
  app = createVendorServer({
    clock,
    faults,
    recorder,
    namedFaults: { busy: ({ status = 503, ...scope }) => ({ ...scope, kind: 'answer', status }) },
    bodyLimit: 1000,
    errorAnswer: (failure) =>
      new VendorError(
        { 'route-unknown': 404, 'body-not-json': 422, 'body-too-large': 413, unexpected: 500 }[failure],
        {
          failure,
        },
      ),
    setLimits(setting) {
      if (setting !== 'strict' && setting !== 'off') throw new RangeError('limits: strict or off');
      limits = setting;
    },
  });
  app.get('/v0/rows', async () => ({ rows: written.length }));
  app.post('/v0/rows', async (request) => {
    written.push(request.body);
    return { ok: true };
  });
  ({ origin } = await listenOnLoopback(app, { host: '127.0.0.1', port: 0 }));
});

afterEach(() => app.close());

const post = (path: string, body?: unknown) =>
  fetch(`${origin}${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('recording', () => {
  test('every vendor request is kept with body, query, status and arrival time, and never the token', async () => {
    const before = performance.now();
    await fetch(`${origin}/v0/rows?a=1`, {
      method: 'POST',
      headers: { authorization: 'Bearer planted-token' },
      body: '{"name":"Ferme du Lac"}',
    });
    await fetch(`${origin}/v0/nowhere`);
    expect(recorder.requests).toMatchObject([
      {
        id: 1,
        method: 'POST',
        path: '/v0/rows',
        query: { a: '1' },
        body: { name: 'Ferme du Lac' },
        status: 200,
      },
      { id: 2, method: 'GET', path: '/v0/nowhere', status: 404 },
    ]);
    expect(recorder.requests[0]?.at).toBeGreaterThanOrEqual(before);
    expect(JSON.stringify(recorder.requests)).not.toContain('planted-token');
    expect(recorder.count({ method: 'post', path: '/rows' })).toBe(1);
    expect(recorder.count({ status: 404 })).toBe(1);
    expect(recorder.count((request) => request.id === 2)).toBe(1);
  });

  test('a request is accepted with any content type, and with none and no body', async () => {
    expect((await fetch(`${origin}/v0/rows`, { method: 'POST' })).status).toBe(200);
    const typed = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${origin}/v0/rows`, typed)).status).toBe(200);
    expect(written).toEqual([undefined, undefined]);
  });
});

describe('failures outside a route', () => {
  test.each([
    ['/v0/rows', '{"half":', 422, 'body-not-json'],
    ['/v0/rows', JSON.stringify('x'.repeat(2000)), 413, 'body-too-large'],
    ['/v0/elsewhere', '{}', 404, 'route-unknown'],
    ['/v0/%zz', '{}', 404, 'route-unknown'],
  ])('%s with %.20s is answered in the words of the vendor', async (path, body, status, failure) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ failure });
    expect(written).toEqual([]);
  });
});

describe('faults', () => {
  test('before: the answer is the fault and nothing was written', async () => {
    faults.add({ match: { method: 'POST' }, kind: 'answer', status: 503, body: { error: 'busy' }, times: 2 });
    for (const status of [503, 503, 200]) expect((await post('/v0/rows', {})).status).toBe(status);
    expect(written).toHaveLength(1);
    expect(recorder.requests.map((request) => request.status)).toEqual([503, 503, 200]);
  });

  test('after: the write is kept and its answer replaced', async () => {
    faults.add({
      kind: 'answer',
      when: 'after',
      status: 500,
      body: '<html>',
      headers: { 'retry-after': '3' },
    });
    const answer = await post('/v0/rows', { a: 1 });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toBe('<html>');
    expect(written).toEqual([{ a: 1 }]);
    expect(recorder.requests[0]?.status).toBe(500);
  });

  test('after: a request that the vendor refused is not struck', async () => {
    faults.add({ kind: 'answer', when: 'after', status: 500 });
    expect((await post('/v0/nowhere', {})).status).toBe(404);
    expect((await post('/v0/rows', {})).status).toBe(500);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('the connection is dropped %s the write: %i kept', async (when, kept) => {
    faults.add({ kind: 'drop', when, after: 1 });
    expect((await fetch(`${origin}/v0/rows`)).status).toBe(200);
    await expect(post('/v0/rows', {})).rejects.toThrow('fetch failed');
    expect(written).toHaveLength(kept);
    expect(recorder.requests[1]?.status).toBeNull();
  });

  test('a delay makes one request slow and leaves its answer alone', async () => {
    faults.add({ kind: 'delay', delayMs: 60, match: { path: '/v0/r.*s$' } });
    const started = performance.now();
    expect(await (await fetch(`${origin}/v0/rows`)).json()).toEqual({ rows: 0 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
    expect(faults.pending).toEqual([]);
  });

  test('a run fault changes something between two requests', async () => {
    faults.add({ kind: 'run', after: 1, run: () => written.push('by hand') });
    expect(await (await fetch(`${origin}/v0/rows`)).json()).toEqual({ rows: 0 });
    expect(await (await fetch(`${origin}/v0/rows`)).json()).toEqual({ rows: 1 });
  });
});

describe('the control API', () => {
  const control = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${origin}/_control${path}`, init);
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const send = (path: string, body: unknown) => control(path, { method: 'POST', body: JSON.stringify(body) });

  test('shows and forgets the recorded requests without recording its own', async () => {
    await fetch(`${origin}/v0/rows`);
    expect((await control('/requests')).body).toHaveLength(1);
    await control('/requests', { method: 'DELETE' });
    expect((await control('/requests')).body).toEqual([]);
  });

  test('arms faults, one or several, and disarms them', async () => {
    await send('/faults', { kind: 'answer', status: 503 });
    expect((await send('/faults', [{ kind: 'drop' }])).body).toHaveLength(2);
    expect((await fetch(`${origin}/v0/rows`)).status).toBe(503);
    await control('/faults', { method: 'DELETE' });
    expect((await fetch(`${origin}/v0/rows`)).status).toBe(200);
  });

  test('arms faults of the vendor by their names', async () => {
    expect((await control('/faults/names')).body).toEqual(['busy']);
    await send('/faults', [
      { name: 'busy', after: 1 },
      { name: 'busy', status: 504, match: { method: 'POST' } },
    ]);
    expect((await fetch(`${origin}/v0/rows`)).status).toBe(200);
    expect((await post('/v0/rows', {})).status).toBe(503);
    expect((await post('/v0/rows', {})).status).toBe(504);
    expect((await send('/faults', { name: 'bus' })).body).toEqual({
      error: 'there is no fault bus, only busy',
    });
  });

  test('moves the clock, sets limits and latency', async () => {
    expect((await send('/clock', { advanceMs: 30_000 })).body).toEqual({ now: '2026-04-24T15:00:30.000Z' });
    expect(clock.now()).toBe(Date.parse('2026-04-24T15:00:30.000Z'));
    expect((await send('/limits', { limits: 'off' })).status).toBe(200);
    expect(limits).toBe('off');
    await send('/latency', { latencyMs: 50 });
    const started = performance.now();
    await fetch(`${origin}/v0/rows`);
    expect(performance.now() - started).toBeGreaterThanOrEqual(49);
  });

  test.each([
    ['/faults', { kind: 'explode' }],
    ['/faults', { kind: 'drop', match: { path: '(' } }],
    ['/clock', { advanceMs: -1 }],
    ['/limits', { limits: 'some' }],
    ['/latency', { latency: 3 }],
  ])('%s refuses %j and says why', async (path, body) => {
    const answer = await send(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringMatching(/\w+/) });
  });

  test('does not serve a web page', async () => {
    expect((await control('/requests', { headers: { origin: 'http://example.org' } })).status).toBe(403);
  });
});

test('an address that others can reach is refused', async () => {
  await expect(listenOnLoopback(app, { host: '0.0.0.0', port: 0 })).rejects.toThrow('loopback');
});
