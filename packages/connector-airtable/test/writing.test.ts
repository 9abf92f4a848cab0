import { RateLimiterPool } from '@passerelle/connector';
import { connectTo, expectFailure, Session } from '@passerelle/connector/suite';
import { expect, test } from 'vitest';
import { defineAirtable } from '../src/definition.ts';
import { startAirtable } from './airtable-under-test.ts';

const LOCK_OUT_MS = 250;
const harness = {
  definition: defineAirtable({ lockOutMs: () => LOCK_OUT_MS }),
  rateLimits: [],
  start: () => startAirtable(),
};

test('an option the column does not have is refused by name with the remedy, and not added', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  const sent = session.create([{ text: 'Acme', choice: 'Peut-être' }]);
  const error = await expectFailure(sent, airtable.settings, 'value_refused');
  expect(error.message).toContain('« Peut-être »');
  expect(error.message).toContain('Ajoutez-la');
  expect(airtable.table.count).toBe(0);
  expect(airtable.table.field('Status').choices).toHaveLength(2);
});

test('an option deleted since the schema was read is not added again along with one that may be', async () => {
  await using airtable = await startAirtable({ fields: [{ name: 'Segment', type: 'singleSelect' }] });
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const idOf = (name: string) => schema.columns.find((column) => column.name === name)?.id ?? '';
  const status = airtable.table.field('Status');
  status.choices.shift();
  const cells = { [idOf('Status')]: 'Ouvert', [idOf('Segment')]: 'PME' };
  const items = [{ externalId: null, cells }];
  const createOptionsFor = [idOf('Segment')];
  const sent = connector.writeBatch({ schema, columnIds: [], items, createOptionsFor });
  const error = await expectFailure(sent, airtable.settings, 'value_refused');
  expect(error.message).toContain('(options : « Fermé »)');
  expect(status.choices.map(({ name }) => name)).toEqual(['Fermé']);
  expect(airtable.table.field('Segment').choices).toEqual([]);
});

test('a token whose user may not add options is told the role that may', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  airtable.emulator.state.setToken(airtable.settings.token, { bases: 'all', permissionLevel: 'edit' });
  const sent = session.createAdding({ text: 'Acme', choice: 'Suspendu' }, ['choice']);
  const error = await expectFailure(sent, airtable.settings, 'value_refused');
  expect(error.message).toContain('« Suspendu »');
  expect(error.message).toContain('rôle de créateur');
  expect(airtable.table.count).toBe(0);
});

test('an option added since the schema was read can be written', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  await airtable.addRows([{ choice: 'Suspendu' }]);
  const [created] = await session.create([{ choice: 'Suspendu' }]);
  expect(session.cell(created, 'choice')).toBe('Suspendu');
});

test('one bad record refuses its whole batch, and one that is gone too', async () => {
  await using airtable = await startAirtable();
  const [kept = '', gone = ''] = await airtable.addRows([{ number: 1 }, { number: 2 }]);
  const session = await Session.open(harness, airtable);
  airtable.deleteRow(gone);
  const { connector, schema, columnIds, ids } = session;
  const items = [kept, gone].map((externalId) => ({ externalId, cells: { [ids.number]: 9 } }));
  const sent = connector.writeBatch({ schema, columnIds, items });
  await expectFailure(sent, airtable.settings, 'record_gone');
  expect(session.cell(await session.readRecord(kept), 'number')).toBe(1);
});

test('changes are sent as PATCH by column id, without typecast', async () => {
  await using airtable = await startAirtable();
  const [id = ''] = await airtable.addRows([{ text: 'Acme', number: 1 }]);
  const session = await Session.open(harness, airtable);
  await session.update(id, { number: 2 });
  const sent = airtable.emulator.requests.at(-1);
  expect(sent?.method).toBe('PATCH');
  expect(sent?.body).toEqual({
    records: [{ id, fields: { [session.ids.number]: 2 } }],
    returnFieldsByFieldId: true,
  });
});

test('a batch the interface does not allow is a fault of the caller, and sends nothing', async () => {
  await using airtable = await startAirtable();
  const { connector, schema, columnIds, ids } = await Session.open(harness, airtable);
  const create = { externalId: null, cells: { [ids.text]: 'Acme' } };
  const change = { ...create, externalId: 'recAbCdEfGhIjKlMn' };
  const before = airtable.emulator.requests.length;
  for (const items of [Array.from({ length: 11 }, () => create), [create, change], [change, change]]) {
    await expect(connector.writeBatch({ schema, columnIds, items })).rejects.toThrow(RangeError);
  }
  expect(airtable.emulator.requests.length).toBe(before);
});

test('an answer that names fewer records than were sent leaves the outcome unknown', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  airtable.emulator.faults.add({ kind: 'answer', when: 'after', status: 200, body: { records: [] } });
  await expectFailure(session.create([{ text: 'Acme' }]), airtable.settings, 'outcome_unknown');
});

test('what was written is answered even when the names of its links can no longer be asked for', async () => {
  const companies = {
    name: 'Clients',
    id: 'tblClients0000001',
    fields: [{ name: 'Nom', type: 'singleLineText' }],
  } as const;
  const link = {
    name: 'Client',
    type: 'multipleRecordLinks',
    options: { linkedTableId: companies.id },
  } as const;
  await using airtable = await startAirtable({ tables: [companies], fields: [link] });
  const acme = airtable.emulator.state.table(companies.id).addRecord({ Nom: 'Acme' });
  const externalId = airtable.table.addRecord({ Name: 'Deal', Client: [acme] });
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const [name = '', client = ''] = ['Name', 'Client'].map(
    (text) => schema.columns.find((column) => column.name === text)?.id,
  );
  airtable.emulator.faults.add({ kind: 'drop', match: { path: companies.id } });
  const items = [{ externalId, cells: { [name]: 'Affaire' } }];
  const [written] = await connector.writeBatch({ schema, columnIds: [name, client], items });
  expect(written?.cells).toEqual({ [name]: 'Affaire', [client]: { unreadable: expect.any(String) } });
});

test('a column that was deleted is named before anything is written', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  airtable.table.deleteField('Amount');
  await expectFailure(session.create([{ number: 1 }]), airtable.settings, 'column_missing');
  expect(airtable.table.count).toBe(0);
});

test('a token that may only read is forbidden to write, which is no fault of the values', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  airtable.emulator.state.setToken(airtable.settings.token, { bases: 'all', permissionLevel: 'read' });
  await expectFailure(session.create([{ text: 'Acme' }]), airtable.settings, 'forbidden');
});

test('a lock-out holds every call on the base, and none on another', async () => {
  await using airtable = await startAirtable();
  const limiters = new RateLimiterPool();
  const session = await Session.open(harness, airtable, { limiters });
  airtable.strike({ on: 'write', kind: 'too-many' });
  const from = performance.now();
  const error = await expectFailure(session.create([{ text: 'Acme' }]), airtable.settings, 'rate_limited');
  expect(error.retryAfterMs).toBe(LOCK_OUT_MS);
  const absent = connectTo(harness, airtable, { limiters, baseId: airtable.absentBaseId });
  await expectFailure(absent.schema(), airtable.settings, 'access_lost');
  expect(performance.now() - from).toBeLessThan(LOCK_OUT_MS);
  await session.readPage(null);
  expect(performance.now() - from).toBeGreaterThanOrEqual(LOCK_OUT_MS);
});
