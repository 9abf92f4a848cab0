import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { airtableFaults } from '../../src/airtable/index.ts';
import { namesOf, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const create = () => started.call('POST @', { fields: { Name: 'a' } });

describe('checklist 12: faults by script', () => {
  test('500 after commit: the record is there', async () => {
    started.emulator.faults.add(airtableFaults.serverErrorAfterCommit({ match: { method: 'POST' } }));
    expect((await started.call('GET @')).status).toBe(200);
    expect(await create()).toMatchObject({ status: 500, body: { error: { type: 'SERVER_ERROR' } } });
    expect(started.deals.count).toBe(1);
  });

  test.each([
    ['serverError', 500, 'SERVER_ERROR'],
    ['failedStateCheck', 422, 'FAILED_STATE_CHECK'],
    ['attachmentsFailed', 422, 'ATTACHMENTS_FAILED_UPLOADING'],
    ['tableNotFound', 404, 'TABLE_NOT_FOUND'],
  ] as const)('%s answers %i %s and nothing was done', async (fault, status, type) => {
    started.emulator.faults.add(airtableFaults[fault]());
    expect(await create()).toMatchObject({ status, body: { error: { type } } });
    expect(started.deals.count).toBe(0);
  });

  test('503 before commit: it is not', async () => {
    started.emulator.faults.add(airtableFaults.retriable({ retryAfterSeconds: 2 }));
    expect(await create()).toMatchObject({ status: 503, body: { error: { type: 'RETRIABLE_ERROR' } } });
    expect(started.deals.count).toBe(0);
    expect((await create()).status).toBe(200);
  });

  test.each([
    ['dropped', 0],
    ['droppedAfterCommit', 1],
  ] as const)('the connection %s: %i records', async (fault, count) => {
    started.emulator.faults.add(airtableFaults[fault]());
    await expect(create()).rejects.toThrow('fetch failed');
    expect(started.deals.count).toBe(count);
  });

  test('an HTML body from a proxy, and a bare string as error', async () => {
    started.emulator.faults.add(airtableFaults.htmlPage(), airtableFaults.bareNotFound());
    await expect(create()).rejects.toThrow('not valid JSON');
    expect(await create()).toEqual({ status: 404, body: { error: 'NOT_FOUND' } });
  });

  test('a cursor that is lost on demand', async () => {
    started.emulator.faults.add(airtableFaults.iteratorLost({ after: 1 }));
    expect((await started.call('GET @')).status).toBe(200);
    expect((await started.call('GET @')).body).toEqual({
      error: { type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE' },
    });
  });

  test('a slow second page', async () => {
    started.deals.addRecords([{ Name: 'a' }, { Name: 'b' }]);
    started.emulator.faults.add({ kind: 'delay', delayMs: 80, after: 1 });
    const timed = async (query: string) => {
      const start = performance.now();
      const { body } = await started.call(`GET @?pageSize=1${query}`);
      return { offset: encodeURIComponent(body.offset ?? ''), ms: performance.now() - start };
    };
    const first = await timed('');
    expect((await timed(`&offset=${first.offset}`)).ms).toBeGreaterThanOrEqual(79);
  });

  test('a column renamed or deleted between two pages', async () => {
    started.deals.addRecords([{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }]);
    started.emulator.faults.add(
      { kind: 'run', after: 1, run: () => started.deals.renameField('Name', 'Nom') },
      { kind: 'run', after: 1, run: () => started.deals.deleteField('Nom') },
    );
    const page = (offset = '') =>
      started.call(`GET @?pageSize=1&fields[]=Name&offset=${encodeURIComponent(offset)}`);
    const first = await page();
    expect(namesOf(first)).toEqual(['a']);
    expect((await page(first.body.offset)).body.error).toMatchObject({ type: 'UNKNOWN_FIELD_NAME' });
    expect(started.deals.fieldNames).toContain('Nom');
    const byId = await started.call('GET @?fields[]=fldName0000000001');
    expect(byId.body.error).toMatchObject({ type: 'UNKNOWN_FIELD_NAME' });
    expect(started.deals.fieldNames).not.toContain('Nom');
  });

  test('a formula cell in error, and numbers that are none', async () => {
    started.deals.addRecords([
      { Name: 'a', Ratio: { error: '#ERROR!' } },
      { Name: 'b', Amount: 0 },
      { Name: 'c', Amount: 1 },
      { Name: 'd', Amount: -1 },
    ]);
    const { body } = await started.call('GET @');
    expect(body.records?.map(({ fields }) => fields.Ratio)).toEqual([
      { error: '#ERROR!' },
      { specialValue: 'NaN' },
      { specialValue: 'Infinity' },
      { specialValue: '-Infinity' },
    ]);
  });

  test('429 on demand, the kind that must not be retried too', async () => {
    const match = { path: '/meta/' };
    started.emulator.faults.add(airtableFaults.rateLimited({ match }), airtableFaults.quotaUsedUp({ match }));
    const types = ['RATE_LIMIT_REACHED', 'PUBLIC_API_BILLING_LIMIT_EXCEEDED'];
    for (const type of types) {
      expect((await started.call('GET @')).status).toBe(200);
      expect(await started.call('GET /meta/whoami')).toMatchObject({
        status: 429,
        body: { error: { type } },
      });
    }
  });
});

const control = async (path: string, body: unknown) => {
  const url = `http://127.0.0.1:${started.emulator.port}/_control${path}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as { id?: string; error?: string } };
};

test('faults by name, page size, lifetime of offsets, tokens and pings are set from another process', async () => {
  started.deals.addRecords([{ Name: 'a' }, { Name: 'b' }]);
  await control('/faults', { name: 'retriable', retryAfterSeconds: 7 });
  expect((await started.call('GET @')).status).toBe(503);
  expect((await control('/behaviour', { pageCap: 1, iteratorLifetimeMs: 50 })).body).toMatchObject({
    pageCap: 1,
    iteratorLifetimeMs: 50,
  });
  const { offset = '' } = (await started.call('GET @')).body;
  started.clock.advance(51);
  expect((await started.call(`GET @?offset=${encodeURIComponent(offset)}`)).body.error).toEqual({
    type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE',
  });
  await control('/fields/retype', { table: 'Deals', field: 'Name', type: 'number' });
  expect(started.deals.field('Name').type).toBe('number');
  expect((await control('/webhooks/behaviour', { copies: 2 })).body).toEqual({ copies: 2, mergeWindowMs: 0 });
  expect((await control('/webhooks/ping', { webhook: 'achNone0000000001' })).status).toBe(200);
  await control('/tokens/grant', { token: 'another', scopes: ['schema.bases:read'] });
  const headers = { authorization: 'Bearer another' };
  const status = async () => (await fetch(`${started.emulator.url}/meta/bases`, { headers })).status;
  expect(await status()).toBe(200);
  await control('/tokens/revoke', { token: 'another' });
  expect(await status()).toBe(401);
});

test('the vendor side can be changed from another process', async () => {
  const { id = '' } = (await control('/records/add', { table: 'Deals', fields: { Name: 'a' } })).body;
  await control('/records/patch', { table: 'Deals', record: id, fields: { Amount: 3 } });
  expect(started.deals.record(id)?.fields).toMatchObject({ Name: 'a', Amount: 3 });
  await control('/fields/rename', { table: 'Deals', field: 'Name', name: 'Nom' });
  expect(started.deals.record(id)?.fields.Nom).toBe('a');
  await control('/fields/delete', { table: 'Deals', field: 'Nom' });
  await control('/records/delete', { table: 'Deals', record: id });
  expect(started.deals.count).toBe(0);
  expect(await control('/records/delete', { table: 'Deals', record: id })).toEqual({
    status: 404,
    body: { error: `table Deals has no record ${id}` },
  });
  expect((await control('/records/add', { table: 'Deals', fields: { Inconnu: 1 } })).status).toBe(422);
  expect((await control('/iterators/forget', undefined)).status).toBe(200);
  expect(started.emulator.requests).toEqual([]);
});
