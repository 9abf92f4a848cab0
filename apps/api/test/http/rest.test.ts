import { UNKNOWN_PROVIDER_MESSAGE } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../support/local.ts';
import { localApp } from '../support/local-app.ts';
import { memoryServices } from '../support/memory-services.ts';

const json = { ...LOCAL, 'content-type': 'application/json' };

describe('inputs over REST', () => {
  it('are read from the query by the type each field has', async () => {
    const asked: unknown[] = [];
    const app = await localApp({ services: memoryServices(asked) });
    await app.inject({
      url: '/api/deals?limit=3&statut=prospect&secteur=a&secteur=b&search=12',
      headers: LOCAL,
    });
    expect(asked).toEqual([{ limit: 3, statut: ['prospect'], secteur: ['a', 'b'], search: '12' }]);
  });

  it('are read from path and body together', async () => {
    const asked: unknown[] = [];
    const app = await localApp({ services: memoryServices(asked) });
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/connectors/config/notion',
      headers: LOCAL,
      payload: { is_active: false },
    });
    expect(answer.statusCode).toBe(200);
    expect(asked).toMatchObject([{ provider: 'notion', is_active: false }]);
  });

  it.each([
    ['without body or type', LOCAL, undefined],
    ['with a JSON type and no body', json, ''],
    [
      "with curl's default type and no body",
      { ...LOCAL, 'content-type': 'application/x-www-form-urlencoded' },
      '',
    ],
    ['with an empty object', json, '{}'],
    ['with null', json, 'null'],
  ])('let a POST %s through where no body is needed', async (_case, headers, payload) => {
    const app = await localApp();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/sync/airtable/import',
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(answer.statusCode).toBe(200);
  });
});

describe('pages', () => {
  it('link to the next one, the same filters kept', async () => {
    const app = await localApp();
    const answer = await app.inject({ url: '/api/deals?secteur=BTP&limit=2&cursor=4', headers: LOCAL });
    expect(answer.headers.link).toBe('</api/deals?secteur=BTP&limit=2&cursor=6>; rel="next"');
    const last = await app.inject({ url: '/api/deals?limit=2&cursor=100', headers: LOCAL });
    expect(last.headers.link).toBeUndefined();
  });
});

describe('refusals', () => {
  const put = '/api/connectors/config/airtable';
  it.each([
    ['PUT', put, '{"api_token": "patSECRET1234"', 'application/json', 400, /pas du JSON valide/],
    [
      'PUT',
      put,
      '{"__proto__": {"a": 1}}',
      'application/json',
      400,
      /Champ __proto__ : ce champ n’existe pas/,
    ],
    ['PUT', put, '[1]', 'application/json', 400, /doit être un objet JSON/],
    ['PUT', put, '"patSECRET1234"', 'application/json', 400, /doit être un objet JSON/],
    [
      'PUT',
      put,
      'is_active=false',
      'application/x-www-form-urlencoded',
      415,
      /Content-Type: application\/json/,
    ],
    ['PUT', put, 'x', 'not a type', 415, /Content-Type: application\/json/],
    ['PUT', put, JSON.stringify({ base_id: 'x'.repeat(1 << 20) }), 'application/json', 413, /dépasse 1 Mo/],
    ['PUT', put, '{"provider": "notion", "is_active": true}', 'application/json', 400, /Champ provider/],
    [
      'PUT',
      `${put}?is_active=false`,
      '{}',
      'application/json',
      400,
      /Champ is_active : ce champ n’existe pas/,
    ],
    ['POST', '/api/sync/notion/import', '{"force": true}', 'application/json', 400, /Champ force/],
  ] as const)(
    'answer %s %s with %s as %s in the envelope',
    async (method, url, payload, type, status, sentence) => {
      const asked: unknown[] = [];
      const app = await localApp({ services: memoryServices(asked) });
      const answer = await app.inject({ method, url, payload, headers: { ...LOCAL, 'content-type': type } });
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toEqual({ success: false, error: expect.stringMatching(sentence) });
      expect(answer.body).not.toContain('SECRET');
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['PUT', '/api/connectors/config/hubspot', '{"is_active":true}'],
    ['PUT', '/api/connectors/config/hubspot', '{}'],
    ['PUT', '/api/connectors/config/hubspot', undefined],
    ['PUT', `/api/connectors/config/${'x'.repeat(5000)}`, '{}'],
    ['PUT', '/api/connectors/config/AIRTABLE', '{"is_active":true}'],
    ['PUT', '/api/connectors/config/constructor', '{"is_active":true}'],
    ['DELETE', '/api/connectors/config/hubspot', undefined],
    ['POST', '/api/connectors/test/hubspot', undefined],
    ['POST', '/api/sync/hubspot/import', undefined],
    ['POST', '/api/sync/hubspot/export', undefined],
    ['GET', '/api/sync/logs?provider=hubspot', undefined],
    ['GET', '/api/sync/logs?provider=', undefined],
    ['GET', '/api/sync/logs?provider=airtable&provider=notion', undefined],
  ] as const)("give the specification's sentence for the provider of %s %s", async (method, url, payload) => {
    const app = await localApp();
    const answer = await app.inject({
      method,
      url,
      headers: payload === undefined ? LOCAL : json,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ success: false, error: UNKNOWN_PROVIDER_MESSAGE });
  });

  it.each([
    ['/api/nowhere', { success: false }],
    ['/nowhere', { success: false }],
    ['/api/sync/airtable/import', { success: false }],
    ['/api/deals/1/nowhere', { success: false, data: null }],
  ])('answer 404 for %s in the envelope of its family', async (url, envelope) => {
    const app = await localApp();
    const answer = await app.inject({ url, headers: LOCAL });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({
      ...envelope,
      error: expect.stringContaining(`Aucun chemin GET ${url}.`),
    });
  });

  it('answer a broken address in the envelope', async () => {
    const app = await localApp();
    const answer = await app.inject({ url: '/api/deals/%E0%A4%A', headers: LOCAL });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      success: false,
      data: null,
      error: expect.stringContaining("n'a pas pu être lue"),
    });
  });

  it('become RFC 9457 problems, with a pointer per bad field, for whoever asks', async () => {
    const app = await localApp();
    const answer = await app.inject({
      url: '/api/sync/logs?limit=0&cursor=x',
      headers: { ...LOCAL, accept: 'application/json;q=0.5, application/problem+json' },
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: 'urn:passerelle:error:bad_input',
      title: 'Demande incorrecte',
      status: 400,
      detail: expect.stringContaining('Champ limit'),
      instance: '/api/sync/logs',
      request_id: answer.headers['x-request-id'],
      errors: [
        { pointer: '/limit', detail: expect.stringContaining('Champ limit') },
        { pointer: '/cursor', detail: expect.stringContaining('Champ cursor') },
      ],
    });
  });

  it('tell nothing of an unforeseen error but the id to find it by in the log', async () => {
    const lines: string[] = [];
    const services = memoryServices();
    services.sync.logs = () => Promise.reject(new Error('connection string postgres://u:p@h'));
    const app = await localApp({
      services,
      log: { level: 'info', redact: [], stream: { write: (line) => void lines.push(line) } },
    });
    const answer = await app.inject({ url: '/api/sync/logs', headers: LOCAL });
    const id = answer.headers['x-request-id'];
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({
      success: false,
      error: `Une erreur imprévue est survenue. Réessayez ; si elle revient, donnez l'identifiant ${id} à qui tient le serveur.`,
    });
    const logged = lines.map((line) => JSON.parse(line)).find((line) => line.level >= 50);
    expect(logged).toMatchObject({ reqId: id });
    expect(JSON.stringify(logged)).toContain('connection string');
  });

  it('cover an answer of ours that breaks the contract', async () => {
    const services = memoryServices();
    services.connectors.list = () =>
      Promise.resolve({ success: true, data: [{ api_token: 'clear' }] } as never);
    const app = await localApp({ services });
    const answer = await app.inject({ url: '/api/connectors/config', headers: LOCAL });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('clear');
  });
});
