import { COUNT_CAP, type ConnectionReport } from '@passerelle/connector';
import { connectTo } from '@passerelle/connector/suite';
import { expect, test } from 'vitest';
import { defineAirtable } from '../src/definition.ts';
import { BASE_ID, startAirtable, TOKEN } from './airtable-under-test.ts';

const harness = { definition: defineAirtable(), rateLimits: [], start: () => startAirtable() };

function failed({ checks }: ConnectionReport) {
  return checks.filter(({ ok }) => !ok);
}

test('counting stops at the cap, says so, and reads the shortest column only', async () => {
  await using airtable = await startAirtable();
  airtable.table.addRecords(Array.from({ length: COUNT_CAP + 1 }, () => ({ Name: 'Acme', Notes: 'long' })));
  const report = await connectTo(harness, airtable).test({ columns: [] });
  expect(report).toMatchObject({ recordCount: COUNT_CAP, countCapped: true });
  const pages = airtable.emulator.recorder.select({ path: `/v0/${BASE_ID}/` });
  expect(pages).toHaveLength(100);
  const amount = airtable.table.field('Amount').id;
  for (const { query } of pages) expect(query['fields[]']).toBe(amount);
});

test('a table of exactly the cap is counted whole', async () => {
  await using airtable = await startAirtable();
  airtable.table.addRecords(Array.from({ length: COUNT_CAP }, () => ({ Name: 'Acme' })));
  const report = await connectTo(harness, airtable).test({ columns: [] });
  expect(report).toMatchObject({ recordCount: COUNT_CAP, countCapped: false });
});

test.each([
  ['schema.bases:read', 'access'],
  ['data.records:read', 'access'],
  ['data.records:write', 'write'],
] as const)('a token without %s fails the %s check by the name of the scope', async (scope, name) => {
  await using airtable = await startAirtable();
  const scopes = (['schema.bases:read', 'data.records:read', 'data.records:write'] as const).filter(
    (each) => each !== scope,
  );
  airtable.emulator.state.setToken(TOKEN, { bases: 'all', scopes });
  const found = failed(await connectTo(harness, airtable).test({ columns: [] }));
  expect(found).toEqual([{ name, ok: false, message: expect.stringContaining(scope) }]);
});

test('a token that tells no scopes is tested by what it can do', async () => {
  await using airtable = await startAirtable();
  airtable.emulator.state.setToken(TOKEN, { bases: 'all', scopes: ['schema.bases:read'] });
  const whoami = { kind: 'answer', status: 200, body: { id: 'usr1' }, match: { path: 'whoami' } } as const;
  airtable.emulator.faults.add(whoami);
  const found = failed(await connectTo(harness, airtable).test({ columns: [] }));
  expect(found.map(({ name }) => name)).toEqual(['access']);
  expect(found[0]?.message).toContain('data.records:read');
});

test('a user who may only read fails the write check, and the rest is still told', async () => {
  await using airtable = await startAirtable();
  await airtable.addRows([{ text: 'Acme' }]);
  airtable.emulator.state.setToken(TOKEN, { bases: 'all', permissionLevel: 'read' });
  const report = await connectTo(harness, airtable).test({ columns: [] });
  expect(failed(report)).toEqual([
    { name: 'write', ok: false, message: expect.stringContaining('« read »') },
  ]);
  expect(report.recordCount).toBe(1);
});

test('a write right that Airtable does not tell is no failure', async () => {
  await using airtable = await startAirtable();
  const nobody = { bases: [{ id: 'appOther000000001', name: 'x', permissionLevel: 'read' }], offset: 'more' };
  airtable.emulator.faults.add({
    kind: 'answer',
    status: 200,
    body: nobody,
    match: { path: 'bases$' },
    times: 9,
  });
  const before = airtable.emulator.requests.length;
  const report = await connectTo(harness, airtable).test({ columns: [] });
  expect(failed(report)).toEqual([]);
  expect(report.checks.at(-1)?.message).toContain('premier export');
  expect(airtable.emulator.requests.length - before).toBe(4 + 1);
});

test('a used-up quota is told as such, although the metadata still answers', async () => {
  await using airtable = await startAirtable();
  airtable.emulator.setLimits({ monthlyCalls: 0 });
  const found = failed(await connectTo(harness, airtable).test({ columns: [] }));
  expect(found).toEqual([{ name: 'access', ok: false, message: expect.stringContaining('quota mensuel') }]);
});

test('a table that does not exist fails the table check with those that do', async () => {
  await using airtable = await startAirtable();
  const report = await connectTo(harness, airtable, { tableName: 'Affaires' }).test({ columns: [] });
  expect(failed(report)).toEqual([
    { name: 'table', ok: false, message: expect.stringContaining('« Deals »') },
  ]);
});

test('mapped columns that cannot be written are told with the reason, as a sound mapping', async () => {
  await using airtable = await startAirtable();
  const report = await connectTo(harness, airtable).test({
    columns: ['name', 'Reference'].map((text) => ({ text, knownIds: [] })),
  });
  const mapping = report.checks.find(({ name }) => name === 'mapping');
  expect(mapping?.ok).toBe(true);
  expect(mapping?.message).toContain('« Reference » (Airtable remplit cette colonne lui-même.)');
});
