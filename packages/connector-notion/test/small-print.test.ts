import { notionFaults } from '@passerelle/emulators';
import { describe, expect, test } from 'vitest';
import { connect, DATABASE_ID } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';

const CLIENTS = '7a000000-0000-4000-8000-0000000000c7';
const SECTORS = {
  title: 'Clients',
  dataSources: [{ id: CLIENTS, name: 'Clients', properties: { Budget: 'number' } }],
} as const;

/** The id of a column by its name. */
async function open(url: string) {
  const connector = connect(url);
  const schema = await connector.schema();
  const id = (name: string) => schema.columns.find((column) => column.name === name)?.id ?? name;
  return { connector, schema, id };
}

describe('long values', () => {
  test('a text of 100,000 characters goes out in pieces and comes back as it was', async () => {
    await using vendor = await startNotion();
    const { connector, schema, id } = await open(vendor.emulator.url);
    const text = 'Réunion 😀\n'.repeat(9_000);
    const items = [{ externalId: null, cells: { title: 'Acme', [id('Notes')]: text } }];
    const [created] = await connector.writeBatch({ schema, columnIds: [id('Notes')], items });
    expect(created?.cells[id('Notes')]).toBe(text);
    const page = await connector.readPage({ schema, columnIds: [id('Notes')], cursor: null });
    expect(page.records[0]?.cells[id('Notes')]).toBe(text);
  });

  test('60 linked pages and 30 people are read whole and by name (lastorel/pytion#45)', async () => {
    const people = Array.from({ length: 30 }, (_, index) => ({
      id: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
      name: `Personne ${index}`,
    }));
    await using vendor = await startNotion({
      people,
      databases: [SECTORS],
      properties: {
        Clients: { type: 'relation', dataSource: CLIENTS },
        Équipe: 'people',
        Total: { type: 'rollup', relation: 'Clients', property: 'Budget', function: 'sum' },
      },
    });
    const names = Array.from({ length: 60 }, (_, index) => `Client ${index}`);
    const linked = vendor.emulator.state
      .dataSource(CLIENTS)
      .addRows(names.map((Name) => ({ Name, Budget: 10 })));
    vendor.table.addRow({ Name: 'Acme', Clients: linked, Équipe: people.map((person) => person.id) });
    const { connector, schema, id } = await open(vendor.emulator.url);
    const columnIds = [id('Clients'), id('Équipe'), id('Total')];
    const page = await connector.readPage({ schema, columnIds, cursor: null });
    expect(page.records[0]?.cells).toEqual({
      [id('Clients')]: names,
      [id('Équipe')]: people.map(({ name }) => name),
      [id('Total')]: 600,
    });
  });
});

describe('links into a database that is no longer shared', () => {
  test('are told as hidden, although Notion shows them as empty without a word', async () => {
    await using vendor = await startNotion({
      databases: [SECTORS],
      properties: {
        Clients: { type: 'relation', dataSource: CLIENTS },
        Total: { type: 'rollup', relation: 'Clients', property: 'Budget', function: 'sum' },
      },
    });
    const clients = vendor.emulator.state.dataSource(CLIENTS);
    const linked = clients.addRows([{ Name: 'Acme', Budget: 10 }]);
    const externalId = vendor.table.addRow({ Name: 'Affaire', Clients: linked });
    const read = async () => {
      const { connector, schema, id } = await open(vendor.emulator.url);
      const columnIds = ['title', id('Clients'), id('Total')];
      const record = await connector.readRecord({ schema, columnIds, externalId });
      return Object.values(record?.cells ?? {});
    };
    expect(await read()).toEqual(['Affaire', ['Acme'], 10]);
    vendor.emulator.state.unshare(clients.databaseId);
    const hidden = { unreadable: expect.stringContaining('Partagez sa base') };
    expect(await read()).toEqual(['Affaire', hidden, hidden]);
  });
});

describe('a row that is not where it was', () => {
  test('reads as null in the trash, moved to another table, or deleted', async () => {
    await using vendor = await startNotion({ databases: [SECTORS] });
    const [trashed = '', moved = '', deleted = ''] = vendor.table.addRows([{}, {}, {}]);
    vendor.table.trashRow(trashed);
    vendor.table.moveRow(moved, vendor.emulator.state.dataSource(CLIENTS));
    vendor.table.deleteRows(deleted);
    const { connector, schema } = await open(vendor.emulator.url);
    for (const externalId of [trashed, moved, deleted]) {
      expect(await connector.readRecord({ schema, columnIds: [], externalId })).toBeNull();
    }
  });

  test('is not taken for gone when the whole table is', async () => {
    await using vendor = await startNotion();
    const externalId = vendor.table.addRow({ Name: 'Acme' });
    const { connector, schema } = await open(vendor.emulator.url);
    vendor.emulator.state.unshare(DATABASE_ID);
    const items = [{ externalId, cells: { title: 'Acme SA' } }];
    const lost = { code: 'access_lost' };
    await expect(connector.readRecord({ schema, columnIds: [], externalId })).rejects.toMatchObject(lost);
    await expect(connector.writeBatch({ schema, columnIds: [], items })).rejects.toMatchObject(lost);
    await expect(connector.readPage({ schema, columnIds: [], cursor: null })).rejects.toMatchObject(lost);
  });

  test('cannot be changed in the trash', async () => {
    await using vendor = await startNotion();
    const externalId = vendor.table.addRow({ Name: 'Acme' });
    vendor.table.trashRow(externalId);
    const { connector, schema } = await open(vendor.emulator.url);
    const items = [{ externalId, cells: { title: 'Acme SA' } }];
    await expect(connector.writeBatch({ schema, columnIds: [], items })).rejects.toMatchObject({
      code: 'record_gone',
    });
  });
});

describe('a column that changes during a run', () => {
  test.each([
    ['is deleted', (table: { removeProperty(name: string): void }) => table.removeProperty('Amount')],
    [
      'becomes a text',
      (table: { retypeProperty(name: string, type: 'rich_text'): void }) =>
        table.retypeProperty('Amount', 'rich_text'),
    ],
  ])('and %s stops the write', async (_, change) => {
    await using vendor = await startNotion();
    const { connector, schema, id } = await open(vendor.emulator.url);
    change(vendor.table);
    const items = [{ externalId: null, cells: { [id('Amount')]: 12 } }];
    await expect(connector.writeBatch({ schema, columnIds: [], items })).rejects.toMatchObject({
      code: 'column_missing',
    });
    expect(vendor.table.count).toBe(0);
  });

  test('and is deleted is never read as empty', async () => {
    await using vendor = await startNotion();
    const externalId = vendor.table.addRow({ Name: 'Acme', Amount: 12 });
    const { connector, schema, id } = await open(vendor.emulator.url);
    vendor.table.removeProperty('Amount');
    const read = connector.readRecord({ schema, columnIds: [id('Amount')], externalId });
    const outcome = await read.then(
      (record) => record?.cells[id('Amount')],
      (error: unknown) => error,
    );
    expect(outcome).toSatisfy(
      (found: { code?: string; unreadable?: string }) =>
        found.code === 'column_missing' || found.unreadable !== undefined,
    );
  });
});

describe('a write that Notion answers badly', () => {
  test('after having done it names the row that was made', async () => {
    await using vendor = await startNotion();
    const { connector, schema } = await open(vendor.emulator.url);
    vendor.emulator.faults.add(notionFaults.unavailableAfterCommit());
    const items = [{ externalId: null, cells: { title: 'Acme' } }];
    const error = await connector
      .writeBatch({ schema, columnIds: [], items })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'outcome_unknown', committedIds: [vendor.table.rows[0]?.id] });
    const [externalId = ''] = (error as { committedIds: string[] }).committedIds;
    const record = await connector.readRecord({ schema, columnIds: ['title'], externalId });
    expect(record?.cells).toEqual({ title: 'Acme' });
  });

  test('because of another one can be repeated', async () => {
    await using vendor = await startNotion();
    const { connector, schema } = await open(vendor.emulator.url);
    vendor.emulator.faults.add(notionFaults.conflict());
    const request = { schema, columnIds: [], items: [{ externalId: null, cells: { title: 'Acme' } }] };
    await expect(connector.writeBatch(request)).rejects.toMatchObject({
      code: 'vendor_down',
      retryable: true,
    });
    await connector.writeBatch(request);
    expect(vendor.table.count).toBe(1);
  });

  test('because a Free space is full refuses creates and lets updates through', async () => {
    await using vendor = await startNotion({ blocksLeft: 0 });
    const externalId = vendor.table.addRow({ Name: 'Acme' });
    const { connector, schema } = await open(vendor.emulator.url);
    const write = (id: string | null) =>
      connector.writeBatch({
        schema,
        columnIds: [],
        items: [{ externalId: id, cells: { title: 'Acme SA' } }],
      });
    await expect(write(null)).rejects.toMatchObject({ code: 'quota_exhausted', retryable: false });
    expect(await write(externalId)).toHaveLength(1);
  });
});
