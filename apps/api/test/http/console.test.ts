import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCAL } from '../support/local.ts';
import { localApp } from '../support/local-app.ts';

const SCRIPT = 'console.log("Passerelle");';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Passerelle</title>');
  writeFileSync(join(folder, 'assets', 'index-1a2b3c.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'index-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the page is served at every address that is not the API’s, never kept without asking', async () => {
  const app = await localApp({ consoleFolder: folder });
  for (const url of ['/', '/deals', '/connecteurs/one', '/historique/12?statut=a']) {
    const answer = await app.inject({ url, headers: LOCAL });
    expect(answer.statusCode, url).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.body).toContain('<title>Passerelle</title>');
  }
});

it('a hashed file is kept for ever, and sent compressed to whoever takes that', async () => {
  const app = await localApp({ consoleFolder: folder });
  const url = '/assets/index-1a2b3c.js';
  const plain = await app.inject({ url, headers: LOCAL });
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(plain.body).toBe(SCRIPT);
  const compressed = await app.inject({ url, headers: { ...LOCAL, 'accept-encoding': 'br' } });
  expect(compressed.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(SCRIPT);
});

it('an unknown path of the API stays an error in its envelope, and a missing file is not the page', async () => {
  const app = await localApp({ consoleFolder: folder });
  const unknown = await app.inject({ url: '/api/nowhere', headers: LOCAL });
  expect(unknown.statusCode).toBe(404);
  expect(unknown.json()).toMatchObject({ success: false });
  expect((await app.inject({ url: '/assets/gone.js', headers: LOCAL })).statusCode).toBe(404);
  expect((await app.inject({ url: '/assets/..%2findex.html', headers: LOCAL })).statusCode).toBe(404);
});

it('with a key, the page itself needs none, and the data behind it does', async () => {
  const app = await localApp({ consoleFolder: folder, access: { apiKey: 'a-key' } });
  const headers = { host: 'crm.example' };
  expect((await app.inject({ url: '/', headers })).statusCode).toBe(200);
  expect((await app.inject({ url: '/trpc/connectors.list', headers })).statusCode).toBe(401);
});
