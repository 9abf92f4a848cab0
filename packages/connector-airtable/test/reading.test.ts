import { connectTo, expectFailure, Session } from '@passerelle/connector/suite';
import { expect, test } from 'vitest';
import { defineAirtable } from '../src/definition.ts';
import { startAirtable } from './airtable-under-test.ts';

const harness = { definition: defineAirtable(), rateLimits: [], start: () => startAirtable() };

type Airtable = Awaited<ReturnType<typeof startAirtable>>;

/** Reads these columns, by name, of the first page. */
async function readColumns(airtable: Airtable, names: readonly string[]) {
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const columns = names.map((name) => schema.columns.find((column) => column.name === name));
  const columnIds = columns.map((column) => column?.id ?? '');
  const { records } = await connector.readPage({ schema, columnIds, cursor: null });
  return { columns, cells: records.map((record) => columnIds.map((id) => record.cells[id])) };
}

const COMPANIES = {
  name: 'Clients',
  id: 'tblClients0000001',
  fields: [{ name: 'Nom', type: 'singleLineText' }],
} as const;

const LINK = {
  name: 'Client',
  type: 'multipleRecordLinks',
  options: { linkedTableId: COMPANIES.id },
} as const;

test('links are read by the name of the linked records, one request for a hundred of them', async () => {
  await using airtable = await startAirtable({ tables: [COMPANIES], fields: [LINK] });
  const companies = airtable.emulator.state.table(COMPANIES.id);
  const [acme, beta] = companies.addRecords([{ Nom: 'Acme' }, { Nom: 'Beta' }]);
  airtable.table.addRecords([{ Client: [acme] }, { Client: [beta, acme] }, {}]);
  const { columns, cells } = await readColumns(airtable, ['Client']);
  expect(cells).toEqual([[['Acme']], [['Beta', 'Acme']], [null]]);
  expect(columns[0]).toMatchObject({ kind: 'links', writable: false });
  expect(airtable.emulator.recorder.count({ path: COMPANIES.id })).toBe(1);
});

test('people are read by name, and their columns are not written', async () => {
  const types = ['singleCollaborator', 'multipleCollaborators'] as const;
  const fields = types.map((type) => ({ name: type, type }));
  await using airtable = await startAirtable({ fields });
  const person = { email: 'personne@example.org' };
  airtable.table.addRecord({ singleCollaborator: person, multipleCollaborators: [person] });
  const { columns, cells } = await readColumns(airtable, types);
  expect(cells).toEqual([[['Camille Personne'], ['Camille Personne']]]);
  for (const column of columns) expect(column).toMatchObject({ kind: 'people', writable: false });
});

test('a moment is read on the clocks of its column, so that its day is the one people see', async () => {
  const options = {
    dateFormat: { name: 'iso', format: 'YYYY-MM-DD' },
    timeFormat: { name: '24hour', format: 'HH:mm' },
    timeZone: 'Europe/Paris',
  };
  await using airtable = await startAirtable({
    fields: [{ name: 'Rendez-vous', type: 'dateTime', options }],
  });
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const id = schema.columns.find(({ name }) => name === 'Rendez-vous')?.id ?? '';
  const items = [{ externalId: null, cells: { [id]: '2026-11-22' } }];
  const [created] = await connector.writeBatch({ schema, columnIds: [id], items });
  expect(created?.cells[id]).toBe('2026-11-22T00:00:00.000+01:00');
});

test('a formula in error is a bad cell of its row, and its column has the kind of its result', async () => {
  const fields = [
    { name: 'Total', type: 'formula', options: { result: { type: 'number' } } },
    { name: 'Ratio', type: 'formula', options: { result: { type: 'percent' } } },
  ] as const;
  await using airtable = await startAirtable({ fields });
  airtable.table.addRecords([{ Total: 12 }, { Total: { error: '#ERROR!' }, Ratio: { specialValue: 'NaN' } }]);
  const { columns, cells } = await readColumns(airtable, ['Total', 'Ratio']);
  const unreadable = { unreadable: expect.stringContaining('Airtable') };
  expect(cells).toEqual([
    [12, null],
    [unreadable, unreadable],
  ]);
  expect(columns[0]).toMatchObject({ kind: 'number', writable: false, changesListed: false });
});

test('an unticked box is read as such, for Airtable leaves it out', async () => {
  await using airtable = await startAirtable({ fields: [{ name: 'Signé', type: 'checkbox' }] });
  airtable.table.addRecords([{ Signé: true }, {}]);
  expect((await readColumns(airtable, ['Signé'])).cells).toEqual([[true], [false]]);
});

test('a column deleted between two pages stops the listing instead of reading as empty', async () => {
  await using airtable = await startAirtable();
  await airtable.addRows(Array.from({ length: 150 }, (_, index) => ({ text: `Client ${index}`, number: 1 })));
  const session = await Session.open(harness, airtable);
  const { cursor } = await session.readPage(null);
  airtable.table.deleteField('Amount');
  await expectFailure(session.readPage(cursor), airtable.settings, 'column_missing');
});

test('a base that is withdrawn between two pages is access lost, never an end of the list', async () => {
  await using airtable = await startAirtable();
  await airtable.addRows(Array.from({ length: 150 }, () => ({ text: 'Acme' })));
  const session = await Session.open(harness, airtable);
  const { cursor } = await session.readPage(null);
  airtable.emulator.state.setToken(airtable.settings.token, { bases: [] });
  await expectFailure(session.readPage(cursor), airtable.settings, 'access_lost');
});

test('a listing whose offset never moves ends with an error instead of never', async () => {
  await using airtable = await startAirtable();
  const session = await Session.open(harness, airtable);
  const body = { records: [], offset: 'itrTurnsRound00001/recTurnsRound0001' };
  airtable.emulator.faults.add({ kind: 'answer', status: 200, body, times: 2 });
  const { cursor } = await session.readPage(null);
  await expectFailure(session.readPage(cursor), airtable.settings, 'answer_unreadable');
});

test('an address that would be too long becomes the POST of the same meaning, which is no write', async () => {
  const fields = Array.from(
    { length: 450 },
    (_, index) => ({ name: `Texte ${index}`, type: 'singleLineText' }) as const,
  );
  await using airtable = await startAirtable({ fields });
  airtable.table.addRecords(Array.from({ length: 101 }, () => ({ 'Texte 449': 'ici' })));
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const columnIds = schema.columns.map(({ id }) => id);
  const first = await connector.readPage({ schema, columnIds, cursor: null });
  const last = await connector.readPage({ schema, columnIds, cursor: first.cursor });
  expect(first.records[0]?.cells[columnIds.at(-1) ?? '']).toBe('ici');
  expect(last.certificate).toMatchObject({ rows: 101, lastStatus: 'no offset' });
  expect(airtable.emulator.recorder.count({ method: 'POST', path: 'listRecords' })).toBe(2);
});

test('a text with a line break is found although no formula can hold it', async () => {
  await using airtable = await startAirtable();
  const [id] = await airtable.addRows([{ text: 'Acme\nParis' }, { text: 'Acme Paris' }]);
  const session = await Session.open(harness, airtable);
  const found = await session.findByText('Acme\nParis');
  expect(found.map(({ externalId }) => externalId)).toEqual([id]);
});

test('a connection that has not read the schema itself takes one up from another', async () => {
  await using airtable = await startAirtable();
  await airtable.addRows([{ text: 'Acme', number: 5 }]);
  const { schema, ids } = await Session.open(harness, airtable);
  const page = await connectTo(harness, airtable).readPage({ schema, columnIds: [ids.number], cursor: null });
  expect(page.records[0]?.cells).toEqual({ [ids.number]: 5 });
});

test('a schema taken up after one of its columns was deleted is refused by that column, not read as empty', async () => {
  await using airtable = await startAirtable();
  const [externalId = ''] = await airtable.addRows([{ text: 'Acme', number: 5 }]);
  const { schema, ids } = await Session.open(harness, airtable);
  airtable.table.deleteField('Amount');
  const read = connectTo(harness, airtable).readRecord({ schema, columnIds: [ids.number], externalId });
  const error = await expectFailure(read, airtable.settings, 'column_missing');
  expect(error.message).toContain(ids.number);
});
