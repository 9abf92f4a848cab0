import type { CellValue } from '@passerelle/connector';
import { describe, expect, test } from 'vitest';
import type { PropertyValue } from '../src/cells/property-value.ts';
import { connect } from './support/connect.ts';
import { column, schemaOf } from './support/schema.ts';
import { notionError, startScriptedNotion } from './support/scripted-notion.ts';

const MARIE = '00000000-0000-4000-8000-0000000000a1';
const HIDDEN = '00000000-0000-4000-8000-0000000000a2';
const ACME = '00000000-0000-4000-8000-0000000000b1';
const UNTITLED = '00000000-0000-4000-8000-0000000000b2';
const UNSHARED = '00000000-0000-4000-8000-0000000000b3';

const text = (plain_text: string) => ({ type: 'text', text: { content: plain_text }, plain_text });

/** What the connector reads of a row holding this one value. */
async function read(type: string, content: unknown): Promise<CellValue | undefined> {
  const value: PropertyValue = { id: type, type, [type]: content };
  const properties = { [`Column of type ${type}`]: value };
  await using notion = await startScriptedNotion(({ path }) => {
    if (path.startsWith('/data_sources')) return { body: { id: 'any', properties: {} } };
    if (path.startsWith(`/users/${MARIE}`)) return { body: { id: MARIE, name: 'Marie Curie' } };
    if (path.startsWith('/users')) return notionError(403, 'restricted_resource');
    if (path.startsWith(`/pages/${ACME}`)) return { body: titled(ACME, [text('Acme')]) };
    if (path.startsWith(`/pages/${UNTITLED}`)) return { body: titled(UNTITLED, []) };
    if (path.startsWith(`/pages/${UNSHARED}`)) return notionError(404, 'object_not_found');
    return { body: { object: 'page', id: 'row', created_time: '2026-01-01T00:00:00.000Z', properties } };
  });
  const schema = schemaOf([column(type)]);
  const record = await connect(notion.apiUrl).readRecord({ schema, columnIds: [type], externalId: 'row' });
  return record?.cells[type];
}

const titled = (id: string, title: unknown[]) => ({
  object: 'page',
  id,
  properties: { Nom: { id: 'title', type: 'title', title } },
});

const UNREADABLE = { unreadable: expect.stringMatching(/\.$/) };

const CASES: readonly (readonly [string, string, unknown, unknown])[] = [
  ['title', 'fragments joined', [text('Acme '), text('SA')], 'Acme SA'],
  ['title', 'empty', [], null],
  [
    'rich_text',
    'mentions and equations by their plain text',
    [
      { type: 'mention', plain_text: '@Marie' },
      { type: 'equation', plain_text: ' x^2' },
    ],
    '@Marie x^2',
  ],
  ['rich_text', 'line breaks kept', [text('a\nb')], 'a\nb'],
  ['url', 'text', 'https://acme.fr', 'https://acme.fr'],
  ['url', 'empty', null, null],
  ['email', 'text', 'a@acme.fr', 'a@acme.fr'],
  ['phone_number', 'text', '01 02 03 04 05', '01 02 03 04 05'],
  ['number', 'a number', 1250.5, 1250.5],
  ['number', 'zero, which is not empty', 0, 0],
  ['number', 'empty', null, null],
  ['number', 'text in a number column, which Notion does not document', '12', UNREADABLE],
  ['checkbox', 'ticked', true, true],
  ['checkbox', 'not ticked', false, false],
  ['select', 'an option', { id: 'x', name: 'Tech', color: 'red' }, 'Tech'],
  ['select', 'empty', null, null],
  ['status', 'an option', { id: 'x', name: 'Gagné', color: 'green' }, 'Gagné'],
  ['status', 'empty', null, null],
  ['multi_select', 'options in order', [{ name: 'B' }, { name: 'A' }], ['B', 'A']],
  ['multi_select', 'empty', [], null],
  ['date', 'a day', { start: '2026-03-31', end: null, time_zone: null }, '2026-03-31'],
  [
    'date',
    'a moment with its offset',
    { start: '2026-03-31T09:00:00.000+02:00', end: null },
    '2026-03-31T09:00:00.000+02:00',
  ],
  ['date', 'a period, told as one', { start: '2026-03-01', end: '2026-03-31' }, '2026-03-01/2026-03-31'],
  ['date', 'empty', null, null],
  [
    'people',
    'names of persons, bots and groups',
    [
      { id: 'a', name: 'Ana' },
      { object: 'group', id: 'b', name: 'Vente' },
    ],
    ['Ana', 'Vente'],
  ],
  ['people', 'a person shown by id, looked up', [{ object: 'user', id: MARIE }], ['Marie Curie']],
  ['people', 'a person whose name is hidden', [{ id: 'a', name: 'Ana' }, { id: HIDDEN }], UNREADABLE],
  ['people', 'empty', [], null],
  ['created_by', 'a name', { object: 'user', id: 'a', name: 'Ana' }, ['Ana']],
  ['created_by', 'an id, looked up', { object: 'user', id: MARIE }, ['Marie Curie']],
  ['last_edited_by', 'a name', { object: 'user', id: 'a', name: 'Ana' }, ['Ana']],
  ['created_time', 'a moment', '2026-04-30T11:29:00.000Z', '2026-04-30T11:29:00.000Z'],
  ['last_edited_time', 'a moment', '2026-04-30T11:44:00.000Z', '2026-04-30T11:44:00.000Z'],
  ['last_visited_time', 'empty', null, null],
  ['relation', 'titles of the linked pages', [{ id: ACME }, { id: UNTITLED }], ['Acme', 'Sans titre']],
  ['relation', 'a page that is not shared', [{ id: ACME }, { id: UNSHARED }], UNREADABLE],
  ['relation', 'empty', [], null],
  [
    'files',
    'names',
    [
      { name: 'devis.pdf', type: 'file' },
      { name: 'plan.png', type: 'external' },
    ],
    ['devis.pdf', 'plan.png'],
  ],
  ['files', 'empty', [], null],
  ['unique_id', 'prefix and number', { prefix: 'DEAL', number: 12 }, 'DEAL-12'],
  ['unique_id', 'a number alone', { prefix: null, number: 12 }, '12'],
  ['place', 'its name', { lat: 48.85, lon: 2.35, name: 'Paris', address: 'rue X' }, 'Paris'],
  [
    'place',
    'its address when it has no name',
    { lat: 48.85, lon: 2.35, name: null, address: 'rue X' },
    'rue X',
  ],
  ['place', 'its position when it has neither', { lat: 48.85, lon: 2.35 }, '48.85, 2.35'],
  ['place', 'empty', null, null],
  ['location', 'empty', null, null],
  ['verification', 'its state', { state: 'verified', verified_by: null, date: null }, 'verified'],
  ['verification', 'empty', null, null],
  ['button', 'nothing', {}, null],
  ['formula', 'text', { type: 'string', string: 'Acme !' }, 'Acme !'],
  ['formula', 'empty text', { type: 'string', string: null }, null],
  ['formula', 'a number', { type: 'number', number: 3.5 }, 3.5],
  ['formula', 'a truth', { type: 'boolean', boolean: false }, false],
  ['formula', 'a date', { type: 'date', date: { start: '2026-01-02', end: null } }, '2026-01-02'],
  ['formula', 'an unsupported result', { type: 'unsupported', unsupported: {} }, UNREADABLE],
  ['formula', 'an error', { type: 'error', error: 'x' }, UNREADABLE],
  ['rollup', 'a number', { type: 'number', number: 42, function: 'sum' }, 42],
  [
    'rollup',
    'a date',
    { type: 'date', date: { start: '2026-01-02', end: null }, function: 'latest_date' },
    '2026-01-02',
  ],
  [
    'rollup',
    'entries of several types as names',
    {
      type: 'array',
      function: 'show_original',
      array: [
        { type: 'title', title: [text('Acme')] },
        { type: 'number', number: 12.5 },
        { type: 'select', select: null },
        { type: 'checkbox', checkbox: true },
        { type: 'multi_select', multi_select: [{ name: 'A' }, { name: 'B' }] },
        { type: 'people', people: [{ id: MARIE }] },
        { type: 'formula', formula: { type: 'string', string: 'f' } },
      ],
    },
    ['Acme', '12.5', 'oui', 'A', 'B', 'Marie Curie', 'f'],
  ],
  ['rollup', 'nothing gathered', { type: 'array', array: [], function: 'show_original' }, null],
  [
    'rollup',
    'one entry that cannot be read',
    {
      type: 'array',
      array: [{ type: 'formula', formula: { type: 'unsupported' } }],
      function: 'show_original',
    },
    UNREADABLE,
  ],
  [
    'rollup',
    'an unsupported function',
    { type: 'unsupported', unsupported: {}, function: 'median' },
    UNREADABLE,
  ],
  ['rollup', 'an unfinished result', { type: 'incomplete', incomplete: {}, function: 'sum' }, UNREADABLE],
  ['hologram', 'a type of the future', { shape: 'cube' }, UNREADABLE],
];

describe('a cell is read', () => {
  test.each(CASES)('%s: %s', async (type, _, content, expected) => {
    expect(await read(type, content)).toEqual(expected);
  });

  test('as unreadable, never as empty, when Notion left it out', async () => {
    await using notion = await startScriptedNotion(() => ({ body: { object: 'page', id: 'row' } }));
    const schema = schemaOf([column('title')]);
    const record = await connect(notion.apiUrl).readRecord({
      schema,
      columnIds: ['title'],
      externalId: 'row',
    });
    expect(record).toEqual({
      externalId: 'row',
      createdAt: '1970-01-01T00:00:00.000Z',
      editedAt: null,
      cells: { title: UNREADABLE },
    });
  });

  test('by its id, percent-encoded or not, whatever its name', async () => {
    const properties = { Renommé: { id: 'a^b', type: 'number', number: 7 } };
    await using notion = await startScriptedNotion(() => ({
      body: { object: 'page', id: 'row', properties },
    }));
    const schema = schemaOf([column('number', [], 'a%5Eb')]);
    const record = await connect(notion.apiUrl).readRecord({
      schema,
      columnIds: ['a%5Eb'],
      externalId: 'row',
    });
    expect(record?.cells).toEqual({ 'a%5Eb': 7 });
    expect(notion.requests[0]?.path).toBe('/pages/row?filter_properties[]=a^b');
  });

  test('with the names of many linked pages taken from their table at once', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
    const relation = {
      id: 'relation',
      type: 'relation',
      relation: ids.map((id) => ({ id })),
      has_more: false,
    };
    await using notion = await startScriptedNotion(({ path }) => {
      if (path.startsWith('/pages/row'))
        return { body: { object: 'page', id: 'row', properties: { relation } } };
      if (path.includes('/query')) {
        const results = ids.map((id, index) => titled(id, [text(`Client ${index}`)]));
        return { body: { results, has_more: false, next_cursor: null } };
      }
      const config = {
        id: 'relation',
        name: 'Clients',
        type: 'relation',
        relation: { data_source_id: 'linked' },
      };
      return { body: { id: 'any', properties: { Clients: config } } };
    });
    const request = { schema: schemaOf([column('relation')]), columnIds: ['relation'], externalId: 'row' };
    const connector = connect(notion.apiUrl);
    const record = await connector.readRecord(request);
    expect(record?.cells.relation).toEqual(ids.map((_, index) => `Client ${index}`));
    await connector.readRecord(request);
    expect(notion.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /data_sources/7a000000-0000-4000-8000-00000000007a',
      // Hidden tables show empty links: it is looked at once.
      'GET /data_sources/linked',
      'GET /pages/row?filter_properties[]=relation',
      'POST /data_sources/linked/query?filter_properties[]=title',
      'GET /pages/row?filter_properties[]=relation',
    ]);
  });
});
