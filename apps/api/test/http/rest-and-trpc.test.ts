import { DEAL_FIELDS, PROVIDERS, type SaveConnectorInput } from '@passerelle/contracts';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRest, callTrpc, type RestRequest, trpcClient } from '../support/calls.ts';
import { localApp } from '../support/local-app.ts';

let app: FastifyInstance;
let client: ReturnType<typeof trpcClient>;
beforeAll(async () => {
  app = await localApp();
  await app.listen({ port: 0 });
  client = trpcClient(app);
});
afterAll(() => app.close());

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
/** A provider as a path holds it: mostly ours. A dot segment is another path, so it is left out. */
const provider = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PROVIDERS) },
  word.filter((text) => !/^\.{1,2}$/.test(text)),
);
const count = fc.oneof(fc.integer({ min: -2, max: 1200 }), fc.constant(1.5));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom('2026-01-31', '2026-12-01', '2026-02-30', '31/01/2026', '');

const logs = fc.record({ provider, limit: count, cursor: count }, { requiredKeys: [] });
const deals = fc.record(
  {
    statut: fc.array(word, { minLength: 1, maxLength: 3 }),
    assignee: fc.array(word, { minLength: 1, maxLength: 60 }),
    date_from: day,
    date_to: day,
    search: word,
    limit: count,
    colour: word,
  },
  { requiredKeys: [] },
);
const filters = fc.record(
  {
    secteur: fc.array(word, { minLength: 1, maxLength: 3 }),
    date_from: day,
    date_to: day,
    search: word,
    colour: word,
  },
  { requiredKeys: [] },
);
const anything = fc.oneof(fc.constant(null), fc.boolean(), word, fc.integer(), fc.array(word));
/** A form that is mostly whole. */
const form = fc.record(
  {
    client: fc.oneof(word, anything),
    statut: fc.oneof(word, anything),
    montant_brut: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), word, anything),
    notes: anything,
    probabilite: anything,
    colour: word,
  },
  { requiredKeys: [] },
);
const configuration = fc.record(
  {
    api_token: fc.oneof(word, fc.constantFrom('***', 'sandbox'), anything),
    base_id: fc.oneof(word, anything),
    table_name: fc.oneof(word, anything),
    field_mapping: fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom(...DEAL_FIELDS), word), word, { maxKeys: 3 }),
      anything,
    ),
    is_active: fc.oneof(fc.boolean(), anything),
  },
  { requiredKeys: [] },
);

/** Sends the same input both ways, and expects the same status and the same answer or sentence. */
async function expectSame(rest: RestRequest, rpc: Promise<unknown>): Promise<void> {
  const [overRest, overTrpc] = await Promise.all([callRest(app, rest), callTrpc(rpc)]);
  expect(overRest).toEqual(overTrpc);
}

describe('REST and tRPC', () => {
  it('give the same logs, or refuse them alike', async () => {
    const property = fc.asyncProperty(logs, (input) =>
      expectSame({ method: 'GET', path: '/sync/logs', query: input }, client.sync.logs.query(input as never)),
    );
    await fc.assert(property);
  });

  it('give the same deals, or refuse them alike', async () => {
    const property = fc.asyncProperty(deals, (input) =>
      expectSame({ method: 'GET', path: '/deals', query: input }, client.deals.list.query(input as never)),
    );
    await fc.assert(property);
  });

  it('give the same deal, or refuse it alike', async () => {
    const id = fc.oneof(fc.integer({ min: -5, max: 2000 }), fc.constant(1.5), fc.constant(2 ** 60));
    const property = fc.asyncProperty(id, (one) =>
      expectSame({ method: 'GET', path: `/deals/${one}` }, client.deals.get.query({ id: one })),
    );
    await fc.assert(property);
  });

  it('give the same runs and records, or refuse them alike', async () => {
    const runs = fc.record({ provider, limit: count, cursor: count }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(runs, (input) =>
        expectSame(
          { method: 'GET', path: '/sync/runs', query: input },
          client.runs.list.query(input as never),
        ),
      ),
    );
    const records = fc.record(
      { outcome: fc.oneof(fc.constantFrom('created', 'failed'), word), limit: count, cursor: count },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(count, records, (id, query) =>
        expectSame(
          { method: 'GET', path: `/sync/runs/${id}/records`, query },
          client.runs.records.query({ id, ...query } as never),
        ),
      ),
    );
  });

  it('give the same exchanges of a run, or refuse them alike', async () => {
    const exchanges = fc.record({ mention: word, limit: count, cursor: count }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(count, exchanges, (id, query) =>
        expectSame(
          { method: 'GET', path: `/sync/runs/${id}/exchanges`, query },
          client.runs.exchanges.query({ id, ...query } as never),
        ),
      ),
    );
  });

  it('give the same figures, or refuse them alike', async () => {
    const paths = {
      '/kpis': client.analytics.kpis,
      '/analytics/sectors': client.analytics.sectors,
      '/analytics/deadlines': client.analytics.deadlines,
      '/analytics/performance': client.analytics.performance,
      '/analytics/velocity': client.analytics.velocity,
      '/analytics/cold-deals': client.analytics.coldDeals,
      '/filters/options': client.analytics.filterOptions,
    };
    const entries = Object.entries(paths);
    const property = fc.asyncProperty(fc.constantFrom(...entries), filters, ([path, procedure], input) =>
      expectSame({ method: 'GET', path, query: input }, procedure.query(input as never)),
    );
    await fc.assert(property);
  });

  it('change deals alike, or refuse to', async () => {
    const id = fc.oneof(fc.integer({ min: -5, max: 2000 }), fc.constant(1.5));
    const property = fc.asyncProperty(id, form, async (one, body) => {
      await expectSame(
        { method: 'PUT', path: `/deals/${one}`, body },
        client.deals.update.mutate({ ...body, id: one } as never),
      );
      await expectSame({ method: 'DELETE', path: `/deals/${one}` }, client.deals.delete.mutate({ id: one }));
      const [rest, rpc] = await Promise.all([
        callRest(app, { method: 'POST', path: '/deals', body }),
        callTrpc(client.deals.create.mutate(body as never)),
      ]);
      // Over REST a deal that was made is told by 201.
      expect(rest).toEqual(rpc.status === 200 ? { ...rpc, status: 201 } : rpc);
    });
    await fc.assert(property);
    await expectSame({ method: 'DELETE', path: '/deals' }, client.deals.deleteAll.mutate());
  });

  it('save the same configuration, or refuse it alike', async () => {
    const property = fc.asyncProperty(provider, configuration, (name, body) =>
      expectSame(
        { method: 'PUT', path: `/connectors/config/${encodeURIComponent(name)}`, body },
        client.connectors.save.mutate({ ...body, provider: name } as SaveConnectorInput),
      ),
    );
    await fc.assert(property);
  });

  it.each([
    ['__proto__', '{"__proto__": {"is_active": true}}', /Champ __proto__ : ce champ n’existe pas ici/],
    ['constructor', '{"constructor": {"prototype": 1}}', /Champ constructor : ce champ n’existe pas ici/],
    ['field_mapping', '{"field_mapping": {"__proto__": "Name"}}', /Champ field_mapping.__proto__ : un deal/],
  ])(
    'name a field that JavaScript has a meaning for like any other that is not there (%s)',
    async (_case, text, named) => {
      const body = JSON.parse(text);
      const request = { method: 'PUT', path: '/connectors/config/airtable', body };
      await expectSame(request, client.connectors.save.mutate({ ...body, provider: 'airtable' }));
      expect(await callRest(app, request)).toEqual({ status: 400, answer: expect.stringMatching(named) });
      expect(Object.hasOwn(Object.prototype, 'is_active')).toBe(false);
    },
  );

  it('run, test and delete alike', async () => {
    const action = fc.constantFrom('import', 'export', 'test', 'delete');
    const property = fc.asyncProperty(provider, action, optional(fc.constant({})), (name, what, body) => {
      const segment = encodeURIComponent(name);
      const input = { provider: name } as never;
      const calls: Record<typeof what, [RestRequest, () => Promise<unknown>]> = {
        import: [
          { method: 'POST', path: `/sync/${segment}/import`, body },
          () => client.sync.import.mutate(input),
        ],
        export: [
          { method: 'POST', path: `/sync/${segment}/export`, body },
          () => client.sync.export.mutate(input),
        ],
        test: [
          { method: 'POST', path: `/connectors/test/${segment}` },
          () => client.connectors.test.mutate(input),
        ],
        delete: [
          { method: 'DELETE', path: `/connectors/config/${segment}` },
          () => client.connectors.delete.mutate(input),
        ],
      };
      const [rest, rpc] = calls[what];
      return expectSame(rest, rpc());
    });
    await fc.assert(property);
  });
});

describe('tRPC alone', () => {
  it.each([
    ['an unknown procedure', 'GET', '/trpc/deals.nothing', undefined, 404, 'Aucune procédure'],
    ['a mutation by GET', 'GET', '/trpc/sync.import', undefined, 404, 'Aucune procédure'],
    ['malformed JSON', 'POST', '/trpc/sync.import', '{"token": "patSECRET', 400, 'pas du JSON valide'],
    ['a body too large', 'POST', '/trpc/sync.import', 'x'.repeat((1 << 20) + 1), 413, 'dépasse 1 Mo'],
  ])(
    'refuses %s in French, in the shape its clients read',
    async (_case, method, url, body, status, sentence) => {
      const response = await fetch(new URL(url, app.listeningOrigin), {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(JSON.parse(text).error.message).toContain(sentence);
      expect(text).not.toContain('SECRET');
    },
  );

  it('answers a batch call by call', async () => {
    const input = encodeURIComponent(JSON.stringify({ 0: { id: 1 }, 1: { id: 5000 } }));
    const response = await fetch(`${app.listeningOrigin}/trpc/deals.get,deals.get?batch=1&input=${input}`);
    expect(response.status).toBe(207);
    expect(await response.json()).toMatchObject([
      { result: { data: { success: true } } },
      { error: { message: 'Deal non trouvé', data: { code: 'not_found' } } },
    ]);
  });
});
