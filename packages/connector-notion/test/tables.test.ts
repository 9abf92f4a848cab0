import { describe, expect, test } from 'vitest';
import { connect, DATABASE_ID, TABLE_ID, TOKEN } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';
import { notionError, startScriptedNotion } from './support/scripted-notion.ts';

const CRM = '0d000000-0000-4000-8000-0000000000c1';
const EUROPE = '7a000000-0000-4000-8000-0000000000e1';
const ASIA = '7a000000-0000-4000-8000-0000000000a1';

/** A Notion where the database `CRM` has two tables, beside the one of every test. */
const startTwoTables = () =>
  startNotion({
    databases: [
      {
        id: CRM,
        title: 'CRM',
        dataSources: [
          { id: EUROPE, name: 'Europe', properties: {} },
          { id: ASIA, name: 'Asie', properties: { Montant: 'number' } },
        ],
      },
    ],
  });

describe('the table of a connection', () => {
  test.each([
    ['a database id', DATABASE_ID],
    ['a database id without hyphens', DATABASE_ID.replaceAll('-', '')],
    [
      'a pasted link',
      `https://app.notion.com/p/Deals-${DATABASE_ID.replaceAll('-', '')}?v=${'f'.repeat(32)}`,
    ],
    ['the id of its data source', TABLE_ID],
  ])('is found by %s', async (_, baseId) => {
    await using vendor = await startNotion();
    const schema = await connect(vendor.emulator.url, { baseId }).schema();
    expect(schema).toMatchObject({
      baseId: DATABASE_ID,
      tableId: TABLE_ID,
      tableName: 'Deals',
      tables: [{ id: TABLE_ID, name: 'Deals' }],
    });
  });

  test('takes two requests to find, whatever name is configured for an only table', async () => {
    await using vendor = await startNotion();
    await connect(vendor.emulator.url, { tableName: 'Autre' }).schema();
    expect(vendor.emulator.requests.map(({ path }) => path)).toEqual([
      `/v1/databases/${DATABASE_ID}`,
      `/v1/data_sources/${TABLE_ID}`,
    ]);
  });

  test.each([
    ['its name', 'Asie'],
    ['its name between blanks', ' Asie '],
    ['its name in another case', 'ASIE'],
    ['its id', ASIA],
    ['its id without hyphens', ASIA.replaceAll('-', '')],
  ])('among several is chosen by %s', async (_, tableName) => {
    await using vendor = await startTwoTables();
    const schema = await connect(vendor.emulator.url, { baseId: CRM, tableName }).schema();
    expect(schema).toMatchObject({ baseId: CRM, tableId: ASIA, tableName: 'Asie' });
    expect(schema.tables).toEqual([
      { id: EUROPE, name: 'Europe' },
      { id: ASIA, name: 'Asie' },
    ]);
  });

  test.each([
    [null, "La base Notion contient 2 tables, et table_name n'en désigne aucune."],
    ['Afrique', "La base Notion contient 2 tables, et « Afrique » n'en désigne pas une seule."],
  ])('among several is asked for when %j names none (onyx-dot-app/onyx#8926)', async (tableName, start) => {
    await using vendor = await startTwoTables();
    const asked = connect(vendor.emulator.url, { baseId: CRM, tableName }).schema();
    await expect(asked).rejects.toMatchObject({
      code: 'table_ambiguous',
      message: `${start} Indiquez dans table_name le nom ou l'identifiant de l'une d'elles : « Europe » (${EUROPE}), « Asie » (${ASIA}).`,
    });
  });

  test('that was taken away from the integration is access lost, with what to do in Notion', async () => {
    await using vendor = await startNotion();
    vendor.emulator.state.unshare(DATABASE_ID);
    const error = await connect(vendor.emulator.url)
      .schema()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'access_lost', status: 404 });
    expect(String(error)).toContain('« ••• » > Connexions');
  });

  test('in the trash is access lost, not an empty table', async () => {
    await using vendor = await startNotion();
    vendor.table.trash();
    await expect(connect(vendor.emulator.url).schema()).rejects.toMatchObject({ code: 'access_lost' });
  });

  test('is not the page that links to it', async () => {
    const isPage = `Provided ID ${CRM} is a page, not a database.`;
    await using notion = await startScriptedNotion(() => notionError(400, 'validation_error', isPage));
    const error = await connect(notion.apiUrl)
      .schema()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'access_lost' });
    expect(String(error)).toContain('copiez son lien et collez-le dans base_id');
  });

  test('without data source that can be seen is access lost', async () => {
    await using notion = await startScriptedNotion(() => ({ body: { id: CRM, data_sources: [] } }));
    await expect(connect(notion.apiUrl).schema()).rejects.toMatchObject({ code: 'access_lost' });
  });

  test('answered in part, for want of rights, still has its columns', async () => {
    const properties = { Nom: { id: 'title', name: 'Nom', type: 'title', title: {} } };
    await using notion = await startScriptedNotion(({ path }) =>
      path.startsWith('/databases')
        ? { body: { id: DATABASE_ID, data_sources: [{ id: TABLE_ID, name: 'Deals' }] } }
        : { body: { object: 'data_source', id: TABLE_ID, properties } },
    );
    expect(await connect(notion.apiUrl).schema()).toMatchObject({
      tableName: 'Deals',
      columns: [{ id: 'title' }],
    });
  });
});

describe('a column', () => {
  test('of every type tells what it can be used for, and why it cannot be written', async () => {
    await using vendor = await startNotion({
      properties: {
        Étape: { type: 'status', options: ['À faire', 'Gagné'] },
        Tags: { type: 'multi_select', options: ['A', 'B'] },
        Équipe: 'people',
        Score: 'formula',
        Site: 'url',
        Fait: 'checkbox',
        Créé: 'created_time',
        Lien: { type: 'relation', dataSource: TABLE_ID },
      },
    });
    const { columns } = await connect(vendor.emulator.url).schema();
    const reason = expect.stringMatching(/\.$/);
    expect(columns.filter(({ changesListed }) => !changesListed).map(({ name }) => name)).toEqual([
      'Score',
      'Lien',
    ]);
    expect(columns.map(({ id: _, changesListed: __, ...rest }) => rest)).toEqual([
      { name: 'Name', type: 'title', kind: 'text', writable: true, readOnlyReason: null, options: [] },
      { name: 'Notes', type: 'rich_text', kind: 'text', writable: true, readOnlyReason: null, options: [] },
      { name: 'Amount', type: 'number', kind: 'number', writable: true, readOnlyReason: null, options: [] },
      { name: 'Due Date', type: 'date', kind: 'date', writable: true, readOnlyReason: null, options: [] },
      {
        name: 'Status',
        type: 'select',
        kind: 'choice',
        writable: true,
        readOnlyReason: null,
        options: ['Ouvert', 'Fermé'],
      },
      {
        name: 'Reference',
        type: 'unique_id',
        kind: 'text',
        writable: false,
        readOnlyReason: reason,
        options: [],
      },
      {
        name: 'Étape',
        type: 'status',
        kind: 'choice',
        writable: true,
        readOnlyReason: null,
        options: ['À faire', 'Gagné'],
      },
      {
        name: 'Tags',
        type: 'multi_select',
        kind: 'choices',
        writable: true,
        readOnlyReason: null,
        options: ['A', 'B'],
      },
      {
        name: 'Équipe',
        type: 'people',
        kind: 'people',
        writable: false,
        readOnlyReason: reason,
        options: [],
      },
      { name: 'Score', type: 'formula', kind: 'other', writable: false, readOnlyReason: reason, options: [] },
      { name: 'Site', type: 'url', kind: 'text', writable: true, readOnlyReason: null, options: [] },
      { name: 'Fait', type: 'checkbox', kind: 'checkbox', writable: true, readOnlyReason: null, options: [] },
      {
        name: 'Créé',
        type: 'created_time',
        kind: 'date',
        writable: false,
        readOnlyReason: reason,
        options: [],
      },
      { name: 'Lien', type: 'relation', kind: 'links', writable: false, readOnlyReason: reason, options: [] },
    ]);
  });
});

test('the budget is the token’s, under a name that does not hold it', () => {
  const { budgets } = connect('http://127.0.0.1:1');
  expect(budgets).toEqual([expect.stringMatching(/^notion:[0-9a-f]{32}$/)]);
  expect(budgets.join()).not.toContain(TOKEN);
});
