import { connectTo, expectFailure } from '@passerelle/connector/suite';
import { expect, test } from 'vitest';
import { defineAirtable } from '../src/definition.ts';
import { BASE_ID, startAirtable, TABLE_ID } from './airtable-under-test.ts';

const harness = { definition: defineAirtable(), rateLimits: [], start: () => startAirtable() };

const other = (name: string, id?: string) =>
  ({ name, id, fields: [{ name: 'Nom', type: 'singleLineText' }] }) as const;

const LINK = `https://airtable.com/${BASE_ID}/${TABLE_ID}/viwAbCdEfGhIjKlMn?blocks=hide`;

test.each([
  ['its name', { tableName: 'Deals' }],
  ['its name in another case, with blanks', { tableName: ' deals ' }],
  ['its id', { tableName: TABLE_ID }],
  ['a link to it', { tableName: LINK }],
  ['a link in place of the base', { baseId: LINK, tableName: null }],
  ['a link in place of the base, the name left empty', { baseId: LINK, tableName: '  ' }],
])('a table is found by %s', async (_name, settings) => {
  await using airtable = await startAirtable({ tables: [other('Contacts')] });
  const schema = await connectTo(harness, airtable, settings).schema();
  expect(schema).toMatchObject({ baseId: BASE_ID, tableId: TABLE_ID, tableName: 'Deals' });
  expect(schema.tables.map(({ name }) => name)).toEqual(['Deals', 'Contacts']);
});

test('the name decides, whatever the link says', async () => {
  await using airtable = await startAirtable({ tables: [other('Contacts')] });
  const schema = await connectTo(harness, airtable, { baseId: LINK, tableName: 'Contacts' }).schema();
  expect(schema.tableName).toBe('Contacts');
});

test('without a name the only table of a base is meant, and of several none', async () => {
  await using single = await startAirtable();
  expect((await connectTo(harness, single, { tableName: null }).schema()).tableId).toBe(TABLE_ID);
  await using several = await startAirtable({ tables: [other('Contacts')] });
  const unnamed = connectTo(harness, several, { tableName: null });
  const error = await expectFailure(unnamed.schema(), several.settings, 'access_lost');
  expect(error.message).toContain('« Deals », « Contacts »');
});

test('a table that does not exist is told with those that do', async () => {
  await using airtable = await startAirtable({ tables: [other('Contacts')] });
  const wrong = connectTo(harness, airtable, { tableName: 'Affaires' });
  const error = await expectFailure(wrong.schema(), airtable.settings, 'access_lost');
  expect(error.message).toContain('« Affaires »');
  expect(error.message).toContain('« Deals », « Contacts »');
});

test('two tables of one name are told apart by id', async () => {
  const twin = 'tblTwin0000000001';
  await using airtable = await startAirtable({ tables: [other('deals', twin)] });
  expect((await connectTo(harness, airtable, { tableName: 'deals' }).schema()).tableId).toBe(twin);
  const unclear = connectTo(harness, airtable, { tableName: 'DEALS' });
  const error = await expectFailure(unclear.schema(), airtable.settings, 'table_ambiguous');
  expect(error.message).toContain(`${TABLE_ID}, ${twin}`);
});

test('a table renamed after the schema was read goes on being read and written', async () => {
  await using airtable = await startAirtable();
  const connector = connectTo(harness, airtable);
  const schema = await connector.schema();
  const columnIds = schema.columns.slice(0, 1).map(({ id }) => id);
  airtable.table.renameTable('Affaires');
  await connector.writeBatch({
    schema,
    columnIds,
    items: [{ externalId: null, cells: { [columnIds[0] ?? '']: 'Acme' } }],
  });
  expect((await connector.readPage({ schema, columnIds, cursor: null })).records).toHaveLength(1);
});
