import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localApp } from '../support/local-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await localApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** Sends bytes as they are and answers everything that comes back. */
async function sendRaw(bytes: string): Promise<string> {
  const { port } = new URL(app.listeningOrigin);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

it('an address of a hundred kilobytes is answered 413, in the envelope and in French', async () => {
  const url = `/api/deals?search=${'x'.repeat(100_000)}`;
  const answer = await sendRaw(`GET ${url} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
    success: false,
    error: expect.stringContaining('trop longs'),
  });
});

it('what is no HTTP is answered 400, in the envelope and in French', async () => {
  const answer = await sendRaw('BONJOUR\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
    success: false,
    error: expect.stringContaining("n'a pas pu être lue"),
  });
});
