import { describe, expect, it } from 'vitest';
import { localApp } from '../support/local-app.ts';

const LOGS = '/api/sync/logs';

describe('on a loopback address', () => {
  it.each([
    ['its own name', { host: 'localhost:3000' }],
    ['its own address', { host: '127.0.0.1:3000' }],
    ['its own IPv6 address', { host: '[::1]:3000' }],
    ['its own page', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['a tunnel', { host: 'localhost:8080', origin: 'http://localhost:8080' }],
  ])('a request to %s needs no key', async (_case, headers) => {
    const app = await localApp();
    expect((await app.inject({ url: LOGS, headers })).statusCode).toBe(200);
  });

  it.each([
    ['another name made to point here', { host: 'evil.example:3000' }, 'Hôte refusé'],
    ['a name that only begins alike', { host: '127.0.0.1.evil.example' }, 'Hôte refusé'],
    ['a page of another site', { host: '127.0.0.1:3000', origin: 'https://evil.example' }, 'Origine refusée'],
    [
      'a page of another local server',
      { host: 'localhost:3000', origin: 'http://localhost:5000' },
      'Origine refusée',
    ],
    ['a page without an origin of its own', { host: 'localhost:3000', origin: 'null' }, 'Origine refusée'],
  ])('a request from %s is refused', async (_case, headers, sentence) => {
    const app = await localApp();
    for (const url of [LOGS, '/trpc/sync.logs', '/api/docs', '/nowhere']) {
      const answer = await app.inject({ url, headers });
      expect(answer.statusCode, url).toBe(403);
      expect(answer.body, url).toContain(sentence);
    }
  });
});

describe('with a key', () => {
  const access = { apiKey: 'correct horse battery staple'.replaceAll(' ', '-') };
  const headers = { host: 'crm.example' };

  it('lets through whoever sends it', async () => {
    const app = await localApp({ access });
    const authorization = `Bearer ${access.apiKey}`;
    const answer = await app.inject({ url: LOGS, headers: { ...headers, authorization } });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['no key', {}, 'absente'],
    ['another key', { authorization: 'Bearer correct-horse' }, 'refusée'],
    ['an empty key', { authorization: 'Bearer ' }, 'absente'],
    ['another scheme', { authorization: `Basic ${access.apiKey}` }, 'absente'],
  ])('refuses %s', async (_case, extra, word) => {
    const app = await localApp({ access });
    for (const url of [LOGS, '/trpc/sync.logs', '/nowhere']) {
      const answer = await app.inject({ url, headers: { ...headers, ...extra } });
      expect(answer.statusCode, url).toBe(401);
      expect(answer.headers['www-authenticate']).toBe(url.startsWith('/trpc') ? undefined : 'Bearer');
      expect(answer.body).toContain(`Clé d’accès ${word}`);
      expect(answer.body).not.toContain(access.apiKey);
    }
  });

  it('shows the documentation and its health to anyone', async () => {
    const app = await localApp({ access });
    for (const url of ['/api/docs', '/api/openapi.json', '/healthz', '/readyz']) {
      expect((await app.inject({ url, headers })).statusCode, url).toBe(200);
    }
  });
});

describe('while it stops', () => {
  it('answers 503 to work, and says so to whoever watches', async () => {
    const app = await localApp({ isReady: () => false });
    const headers = { host: 'localhost' };
    const answer = await app.inject({ url: LOGS, headers });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ success: false, error: expect.stringContaining('Réessayez') });
    expect((await app.inject({ url: '/readyz', headers })).statusCode).toBe(503);
    expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200);
  });
});
