import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ConnectorError } from '../src/errors.ts';
import { RateLimiter } from '../src/rate-limiter.ts';
import { sendRequest, type VendorRequest } from '../src/request.ts';
import { startVendorServer } from './vendor-server.ts';

const TOKEN = 'pat-secret-0123456789/+=';

function request(url: string, change: Partial<VendorRequest> = {}): VendorRequest {
  return {
    vendor: 'Airtable',
    fetch: globalThis.fetch,
    limiters: [new RateLimiter([{ calls: 100, windowMs: 1 }])],
    method: 'GET',
    url,
    token: TOKEN,
    write: false,
    ...change,
  };
}

const write = { method: 'POST', write: true, body: { a: 1 } } as const;

async function failure(sent: Promise<unknown>): Promise<ConnectorError> {
  const error = await sent.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(TOKEN);
  return error as ConnectorError;
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

test('a request carries the token as bearer, its body as JSON, and comes back parsed', async () => {
  await using server = await startVendorServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { authorization, 'content-type': contentType, 'x-extra': extra } = incoming.headers;
    const body = Buffer.concat(chunks).toString();
    response.end(JSON.stringify({ method: incoming.method, authorization, contentType, extra, body }));
  });
  const seen: unknown[] = [];
  const answer = await sendRequest(
    request(`${server.url}/a?b=1`, {
      ...write,
      headers: { 'X-Extra': 'yes' },
      onRequest: (r) => seen.push(r),
    }),
  );
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    method: 'POST',
    authorization: `Bearer ${TOKEN}`,
    contentType: 'application/json',
    extra: 'yes',
    body: '{"a":1}',
  });
  expect(seen).toEqual([{ method: 'POST', url: `${server.url}/a?b=1` }]);
});

test('every status is answered as it is, a redirection included, and HTML is text without JSON', async () => {
  await using server = await startVendorServer((incoming, response) => {
    if (incoming.url === '/moved') response.writeHead(307, { location: '/elsewhere' }).end();
    else response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
  });
  const html = await sendRequest(request(`${server.url}/html`));
  expect(html).toMatchObject({ status: 502, json: undefined, text: '<html>Bad gateway</html>' });
  expect((await sendRequest(request(`${server.url}/moved`, write))).status).toBe(307);
});

test('a refusal that quotes the token is cleaned, and the reported URL never shows it', async () => {
  await using server = await startVendorServer((incoming, response) => {
    response.writeHead(401).end(JSON.stringify({ got: incoming.headers.authorization }));
  });
  const urls: string[] = [];
  const url = `${server.url}/?key=${encodeURIComponent(TOKEN)}`;
  const answer = await sendRequest(request(url, { onRequest: (sent) => urls.push(sent.url) }));
  expect(answer.json).toEqual({ got: 'Bearer ***' });
  expect(urls).toEqual([`${server.url}/?key=***`]);
});

test('a refusal that quotes the token in escapes of JSON is cleaned all the same', async () => {
  const escaped = TOKEN.replaceAll('/', String.raw`\/`).replace('p', String.raw`\u0070`);
  await using server = await startVendorServer(answering(401, `{"error":{"message":["${escaped}"]}}`));
  const answer = await sendRequest(request(server.url));
  expect(answer.json).toEqual({ error: { message: ['***'] } });
});

test.each([
  ['a read', {}],
  ['a write', write],
])('%s refused before anything was sent is a network failure', async (_name, kind) => {
  const closed = await startVendorServer(answering(200, '{}'));
  await closed[Symbol.asyncDispose]();
  const refused = await failure(sendRequest(request(closed.url, kind)));
  expect(refused).toMatchObject({ code: 'network', retryable: true });
  expect(refused.message).toContain('ECONNREFUSED');
  const unnamed = await failure(sendRequest(request('http://nowhere.invalid/', kind)));
  expect(unnamed.code).toBe('network');
});

test.each([
  ['network', 'a read', {}],
  ['outcome_unknown', 'a write', write],
] as const)(
  '%s is what becomes of %s whose connection drops before the answer',
  async (code, _name, kind) => {
    await using server = await startVendorServer((incoming) => {
      incoming.on('end', () => incoming.socket.destroy()).resume();
    });
    expect((await failure(sendRequest(request(server.url, kind)))).code).toBe(code);
  },
);

test.each([
  ['network', 'a read', {}],
  ['outcome_unknown', 'a write', write],
] as const)('%s is what becomes of %s whose answer breaks off in its body', async (code, _name, kind) => {
  await using server = await startVendorServer((incoming, response) => {
    incoming.resume();
    response.writeHead(200, { 'content-length': '100' }).write('{"records":', () => response.destroy());
  });
  expect((await failure(sendRequest(request(server.url, kind)))).code).toBe(code);
});

test.each([
  ['network', 'a read', {}],
  ['outcome_unknown', 'a write', write],
] as const)('%s is what becomes of %s that is never answered in time', async (code, _name, kind) => {
  await using server = await startVendorServer((incoming) => void incoming.resume());
  const error = await failure(sendRequest(request(server.url, { ...kind, timeoutMs: 50 })));
  expect(error.code).toBe(code);
  expect(error.message).toContain('0.05 s');
});

test.each([
  ['an untrusted certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'network'],
  ['a connection attempt that timed out', 'ETIMEDOUT', 'connect', 'network'],
  ['a connection that timed out after it was open', 'ETIMEDOUT', 'read', 'outcome_unknown'],
  ['a connection reset', 'ECONNRESET', 'read', 'outcome_unknown'],
  ['a host without a route', 'EHOSTUNREACH', 'connect', 'network'],
  ['a route lost after the connection was open', 'EHOSTUNREACH', 'read', 'outcome_unknown'],
  ['a network lost after the connection was open', 'ENETUNREACH', 'write', 'outcome_unknown'],
] as const)('a write that meets %s (%s, %s) is %s', async (_name, code, syscall, expected) => {
  const cause = new AggregateError([Object.assign(new Error('socket'), { code, syscall })]);
  const failing = () => Promise.reject(new TypeError('fetch failed', { cause }));
  const error = await failure(sendRequest(request('http://nowhere.invalid/', { ...write, fetch: failing })));
  expect(error.code).toBe(expected);
  expect(error.message).toContain(code);
});

test('an abort throws its own reason: before the turn, during the wait, and during a read', async () => {
  await using server = await startVendorServer((incoming) => void incoming.resume());
  const reason = new Error('the person cancelled');
  await expect(sendRequest(request(server.url, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);

  const limiter = new RateLimiter([{ calls: 1, windowMs: 60_000 }]);
  await limiter.acquire();
  for (const limiters of [[limiter], []]) {
    const controller = new AbortController();
    const sent = sendRequest(request(server.url, { limiters, signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 30);
    await expect(sent).rejects.toBe(reason);
  }
});

test('an abort lets a write under way finish, so that its records are known', async () => {
  const controller = new AbortController();
  await using server = await startVendorServer((incoming, response) => {
    controller.abort(new Error('the person cancelled'));
    incoming.on('end', () => setTimeout(() => response.end('{"id":"rec1"}'), 30)).resume();
  });
  const answer = await sendRequest(request(server.url, { ...write, signal: controller.signal }));
  expect(answer.json).toEqual({ id: 'rec1' });
});

test('an abort during a write that then fails leaves its outcome unknown, never silently dropped', async () => {
  const controller = new AbortController();
  await using server = await startVendorServer((incoming) => {
    controller.abort(new Error('the person cancelled'));
    incoming.on('end', () => incoming.socket.destroy()).resume();
  });
  const sent = sendRequest(request(server.url, { ...write, signal: controller.signal }));
  expect((await failure(sent)).code).toBe('outcome_unknown');
});

test.each(['pat with blanks', 'pat\nnewline', 'jeton-é', ''])(
  'token %j is refused before sending',
  async (token) => {
    const sent = sendRequest(request('http://nowhere.invalid/', { token }));
    const error = await failure(sent);
    expect(error.code).toBe('token_refused');
    expect(error.message).not.toContain(token || '  ');
  },
);

test('a fetch that fails with the token in its words is reported without it', async () => {
  const leaky = () => Promise.reject(new TypeError(`bad header ${TOKEN}`, { cause: new Error(TOKEN) }));
  const error = await failure(sendRequest(request('http://nowhere.invalid/', { fetch: leaky })));
  expect(error.cause).toMatchObject({ message: 'bad header *** ← ***' });
});

test('something that is no HTTP at all is a failure like any other', async () => {
  await using server = await startVendorServer((incoming) => {
    incoming.socket.end('220 smtp ready\r\n');
  });
  expect((await failure(sendRequest(request(server.url)))).code).toBe('network');
});

test('an answer without end is given up at the limit: a read says so, a write is of unknown outcome', async () => {
  let sent = 0;
  await using server = await startVendorServer((_incoming, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024))) sent += 1;
    };
    response.on('drain', more);
    more();
  });
  const largestAnswerBytes = 1024 * 1024;
  const read = await failure(sendRequest(request(server.url, { largestAnswerBytes })));
  expect(read).toMatchObject({ code: 'answer_unreadable', retryable: false, status: 200 });
  expect(read.message).toMatch(/Airtable.*dépasse 1 Mo.*proxy/);
  const written = await failure(sendRequest(request(server.url, { ...write, largestAnswerBytes })));
  expect(written).toMatchObject({ code: 'outcome_unknown', message: expect.stringMatching(/dépasse 1 Mo/) });
  expect(sent).toBeLessThan(1024);
});

test('an answer just under the limit is read, letters cut between two pieces included', async () => {
  const body = JSON.stringify({ text: 'é'.repeat(200_000) });
  const bytes = Buffer.from(body);
  await using server = await startVendorServer((_incoming, response) => {
    response.write(bytes.subarray(0, 10));
    setImmediate(() => response.end(bytes.subarray(10)));
  });
  const largestAnswerBytes = bytes.length;
  const answer = await sendRequest(request(server.url, { largestAnswerBytes }));
  expect(answer.json).toEqual({ text: 'é'.repeat(200_000) });
});
