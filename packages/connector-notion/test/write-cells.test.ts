import type { CellValue } from '@passerelle/connector';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../src/cells/split-text.ts';
import { connect, TABLE_ID } from './support/connect.ts';
import { column, schemaOf } from './support/schema.ts';
import { startScriptedNotion } from './support/scripted-notion.ts';

const OPTIONS = ['Tech', 'Santé'];

/** The only column of the table as Notion's schema has it. */
const propertiesOf = (type: string) => ({
  [type]: { id: type, name: type, type, [type]: { options: OPTIONS.map((name) => ({ name })) } },
});

/** The body of the write that puts this value in a column of this type. */
async function write(type: string, value: CellValue): Promise<unknown> {
  await using notion = await startScriptedNotion(({ path }) => ({
    body: path.startsWith('/data_sources')
      ? { object: 'data_source', id: TABLE_ID, properties: propertiesOf(type) }
      : { object: 'page', id: 'row', properties: {} },
  }));
  const schema = schemaOf([column(type, ['select', 'status', 'multi_select'].includes(type) ? OPTIONS : [])]);
  const items = [{ externalId: 'row', cells: { [type]: value } }];
  await connect(notion.apiUrl).writeBatch({ schema, columnIds: [], items });
  expect(notion.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['PATCH /pages/row']);
  return notion.requests[0]?.body;
}

const item = (content: string) => ({ type: 'text', text: { content } });

const WRITES: readonly (readonly [string, string, CellValue, unknown])[] = [
  ['title', 'text', 'Acme', [item('Acme')]],
  ['title', 'nothing', null, []],
  ['title', 'empty text', '', []],
  ['rich_text', 'text with line breaks', 'a\nb', [item('a\nb')]],
  ['rich_text', 'a number as text', 12.5, [item('12.5')]],
  ['rich_text', 'names', ['a', 'b'], [item('a, b')]],
  [
    'rich_text',
    'long text in pieces',
    'x'.repeat(4_500),
    [item('x'.repeat(2_000)), item('x'.repeat(2_000)), item('x'.repeat(500))],
  ],
  ['rich_text', 'nothing', null, []],
  ['url', 'text', 'https://acme.fr', 'https://acme.fr'],
  ['url', 'nothing', null, null],
  ['url', 'empty text, which Notion refuses', '', null],
  ['email', 'nothing', null, null],
  ['phone_number', 'text', '0102030405', '0102030405'],
  ['number', 'a number', 1250.5, 1250.5],
  ['number', 'digits', '1250.50', 1250.5],
  ['number', 'nothing', null, null],
  ['checkbox', 'a tick', true, true],
  ['checkbox', 'nothing, which is no tick', null, false],
  ['select', 'an option', 'Tech', { name: 'Tech' }],
  ['select', 'one name in a list', ['Tech'], { name: 'Tech' }],
  ['select', 'another spelling of an option', ' sante', { name: 'Santé' }],
  ['select', 'nothing', null, null],
  ['select', 'empty text', '', null],
  ['status', 'an option', 'Tech', { name: 'Tech' }],
  ['status', 'nothing', null, null],
  ['multi_select', 'options', ['Tech', 'Santé'], [{ name: 'Tech' }, { name: 'Santé' }]],
  ['multi_select', 'a text cut at its commas', 'Tech, Santé', [{ name: 'Tech' }, { name: 'Santé' }]],
  ['multi_select', 'an option twice', ['Tech', 'Tech'], [{ name: 'Tech' }]],
  ['multi_select', 'an option in two spellings', 'Tech, tech', [{ name: 'Tech' }]],
  ['multi_select', 'nothing', null, []],
  ['date', 'a day, which stays a day', '2026-03-31', { start: '2026-03-31' }],
  ['date', 'a moment', '2026-03-31T09:00:00.000+02:00', { start: '2026-03-31T09:00:00.000+02:00' }],
  ['date', 'a period', '2026-03-01/2026-03-31', { start: '2026-03-01', end: '2026-03-31' }],
  ['date', 'a day of a leap year', '2028-02-29', { start: '2028-02-29' }],
  ['date', 'nothing', null, null],
];

const REFUSED: readonly (readonly [string, string, CellValue])[] = [
  ['title', 'a tick', true],
  ['rich_text', 'more than 100 pieces', 'x'.repeat(200_001)],
  ['rich_text', 'an unreadable cell', { unreadable: 'formule en erreur.' }],
  ['url', 'more than 2,000 characters', `https://${'x'.repeat(2_000)}`],
  ['email', 'more than 200 characters', 'x'.repeat(201)],
  ['phone_number', 'more than 200 characters', '0'.repeat(201)],
  ['number', 'text', 'douze'],
  ['number', 'French digits', '12,5'],
  ['number', 'no number', Number.NaN],
  ['number', 'infinity', Number.POSITIVE_INFINITY],
  ['number', 'a tick', true],
  ['checkbox', 'text', 'oui'],
  ['select', 'an unknown option', 'Technologie'],
  ['select', 'a name with a comma', 'Tech, Santé'],
  ['select', 'two options', ['Tech', 'Santé']],
  ['select', 'a tick', true],
  ['status', 'an unknown option', 'Peut-être'],
  ['multi_select', 'an unknown option among known ones', ['Tech', 'Sport']],
  ['date', 'a day that does not exist', '2026-02-30'],
  ['date', 'a French date', '31/03/2026'],
  ['date', 'half a period', '2026-03-01/'],
  ['date', 'a period from a day to a moment', '2026-03-01/2026-03-02T09:00:00Z'],
  ['date', 'a number', 20260331],
];

const READ_ONLY = [
  'people relation files place location verification button formula rollup unique_id',
  'created_time last_edited_time last_visited_time created_by last_edited_by hologram',
].flatMap((line) => line.split(' '));

describe('a cell is written', () => {
  test.each(WRITES)('%s: %s', async (type, _, value, expected) => {
    expect(await write(type, value)).toEqual({ properties: { [type]: { [type]: expected } } });
  });

  test.each(REFUSED)('%s: %s is refused before anything is sent', async (type, _, value) => {
    await expect(write(type, value)).rejects.toMatchObject({
      code: 'value_refused',
      message: expect.stringContaining(`« ${type} »`),
    });
  });

  test.each(READ_ONLY)('%s: never, and the reason is told', async (type) => {
    const { readOnlyReason } = column(type);
    expect(readOnlyReason).toMatch(/\.$/);
    await expect(write(type, 'x')).rejects.toMatchObject({
      code: 'value_refused',
      message: expect.stringContaining(readOnlyReason ?? ''),
    });
  });

  test('only into columns the table has', async () => {
    const request = {
      schema: schemaOf([]),
      columnIds: [],
      items: [{ externalId: 'row', cells: { gone: 'x' } }],
    };
    await expect(connect('http://127.0.0.1:1').writeBatch(request)).rejects.toMatchObject({
      code: 'column_missing',
    });
  });

  test('with the options listed when one is unknown', async () => {
    await expect(write('select', 'Sport')).rejects.toThrow(
      "Colonne « select » : « Sport » n'est pas une option de la colonne (options : « Tech », « Santé »). Ajoutez-la dans Notion, autorisez Passerelle à l'ajouter (create_options), ou corrigez la valeur.",
    );
    await expect(write('status', 'Sport')).rejects.toThrow(
      "Une option de statut ne s'ajoute que dans Notion : ajoutez-la, ou corrigez la valeur.",
    );
  });
});

describe('a long text', () => {
  test('is cut into pieces that are short, whole characters, and join to the text', () => {
    const units = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '👩‍🚀'),
      minLength: 1_900,
      maxLength: 4_100,
    });
    fc.assert(
      fc.property(units, (text) => {
        const pieces = splitText(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece.length <= 2_000 && piece.isWellFormed())).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps a character of two units together at the cut', () => {
    expect(splitText(`${'x'.repeat(1_999)}😀`)).toEqual(['x'.repeat(1_999), '😀']);
  });
});

describe('a new row', () => {
  test('is created in the data source, by ids of columns', async () => {
    await using notion = await startScriptedNotion(() => ({
      body: {
        object: 'page',
        id: '00000000000040008000000000000001',
        created_time: '2026-01-01T10:00:00.000Z',
        last_edited_time: '2026-01-01T10:00:00.000Z',
        properties: { N: { id: 'num', type: 'number', number: 3 } },
      },
    }));
    const schema = schemaOf([column('title'), column('number', [], 'num')]);
    const items = [{ externalId: null, cells: { title: 'Acme', num: 3 } }];
    const written = await connect(notion.apiUrl).writeBatch({ schema, columnIds: ['num'], items });
    expect(written).toEqual([
      {
        externalId: '00000000-0000-4000-8000-000000000001',
        createdAt: '2026-01-01T10:00:00.000Z',
        editedAt: '2026-01-01T10:00:00.000Z',
        cells: { num: 3 },
      },
    ]);
    expect(notion.requests[0]).toMatchObject({
      method: 'POST',
      path: '/pages',
      headers: { 'notion-version': '2025-09-03', 'content-type': 'application/json' },
      body: {
        parent: { type: 'data_source_id', data_source_id: schema.tableId },
        properties: { title: { title: [item('Acme')] }, num: { number: 3 } },
      },
    });
  });

  test('goes alone: Notion has no batch', async () => {
    const item = { externalId: null, cells: {} };
    const request = { schema: schemaOf([]), columnIds: [], items: [item, item] };
    await expect(connect('http://127.0.0.1:1').writeBatch(request)).rejects.toMatchObject({
      code: 'value_refused',
    });
    expect(await connect('http://127.0.0.1:1').writeBatch({ ...request, items: [] })).toEqual([]);
  });
});
