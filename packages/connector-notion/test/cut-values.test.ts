import { describe, expect, test } from 'vitest';
import { connect } from './support/connect.ts';
import { column, schemaOf } from './support/schema.ts';
import { type Answer, notionError, type Received, startScriptedNotion } from './support/scripted-notion.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    object: 'user',
    id: `u${from + index}`,
    name: `P${from + index}`,
  }));
const names = (count: number) => people(0, count).map(({ name }) => name);
const mention = (index: number) => ({ type: 'mention', plain_text: `@${index} ` });

/** A row whose property `value` is answered cut, and whole by the property endpoint. */
function script(value: Record<string, unknown>, whole: (request: Received) => Answer, config: unknown = {}) {
  return startScriptedNotion((request) => {
    if (request.path.includes('/properties/')) return whole(request);
    if (request.path.startsWith('/data_sources')) return { body: { id: 'any', properties: config } };
    const page = { object: 'page', id: 'row', properties: { value } };
    return { body: request.path.startsWith('/pages') ? page : { results: [page], has_more: false } };
  });
}

const list = (results: unknown[], more: object = {}) => ({
  body: { object: 'list', type: 'property_item', results, has_more: false, next_cursor: null, ...more },
});

const readFirst = async (apiUrl: string, type: string) => {
  const request = { schema: schemaOf([column(type)]), columnIds: [type], externalId: 'row' };
  return (await connect(apiUrl).readRecord(request))?.cells[type];
};

const UNREADABLE = { unreadable: expect.stringMatching(/\.$/) };

describe('a value that a page shows the start of', () => {
  test('is fetched whole, page after page, when it names 25 people', async () => {
    const value = { id: 'people', type: 'people', people: people(0, 25) };
    const items = people(0, 60).map((person) => ({
      object: 'property_item',
      type: 'people',
      people: person,
    }));
    await using notion = await script(value, ({ path }) =>
      path.includes('start_cursor=next')
        ? list(items.slice(40))
        : list(items.slice(0, 40), { has_more: true, next_cursor: 'next' }),
    );
    expect(await readFirst(notion.apiUrl, 'people')).toEqual(names(60));
    expect(notion.requests.map(({ path }) => path).slice(1)).toEqual([
      '/pages/row/properties/people?page_size=100',
      '/pages/row/properties/people?page_size=100&start_cursor=next',
    ]);
  });

  test('is not fetched again when it is shorter', async () => {
    const value = { id: 'people', type: 'people', people: people(0, 24) };
    await using notion = await script(value, () => notionError(500, 'internal_server_error'));
    expect(await readFirst(notion.apiUrl, 'people')).toEqual(names(24));
    expect(notion.requests).toHaveLength(1);
  });

  test('is fetched whole when a text holds 25 mentions', async () => {
    const shown = Array.from({ length: 25 }, (_, index) => mention(index));
    const all = [...shown, mention(25), { type: 'text', plain_text: 'fin' }];
    const value = { id: 'rich_text', type: 'rich_text', rich_text: shown };
    await using notion = await script(value, () =>
      list(all.map((item) => ({ type: 'rich_text', rich_text: item }))),
    );
    expect(await readFirst(notion.apiUrl, 'rich_text')).toBe(
      all.map(({ plain_text }) => plain_text).join(''),
    );
  });

  test('is unreadable when the rest never comes', async () => {
    const value = { id: 'people', type: 'people', people: people(0, 25) };
    await using notion = await script(value, () => list([], { has_more: true, next_cursor: null }));
    expect(await readFirst(notion.apiUrl, 'people')).toEqual(UNREADABLE);
  });

  test('fails the page, to be read again, when Notion is down', async () => {
    const value = { id: 'people', type: 'people', people: people(0, 25) };
    await using notion = await script(value, () => notionError(503, 'service_unavailable'));
    await expect(readFirst(notion.apiUrl, 'people')).rejects.toMatchObject({ code: 'vendor_down' });
  });

  test('leaves a finished write finished, with that cell unreadable', async () => {
    const value = { id: 'people', type: 'people', people: people(0, 25) };
    await using notion = await script(value, () => notionError(503, 'service_unavailable'));
    const [record] = await connect(notion.apiUrl).writeBatch({
      schema: schemaOf([column('people'), column('number')]),
      columnIds: ['people'],
      items: [{ externalId: 'row', cells: { number: 1 } }],
    });
    expect(record).toMatchObject({ externalId: 'row', cells: { people: UNREADABLE } });
  });
});

describe('a rollup', () => {
  const CONFIG = {
    Somme: { id: 'rollup', name: 'Somme', type: 'rollup', rollup: { relation_property_id: 'rel' } },
  };
  const sum = (number: number) => ({
    id: 'rollup',
    type: 'rollup',
    rollup: { type: 'number', number, function: 'sum' },
  });
  const links = (has_more: boolean) => ({ id: 'rel', type: 'relation', relation: [], has_more });

  async function readSum(hasMore: boolean, total: unknown) {
    await using notion = await startScriptedNotion(({ path }) => {
      if (path.includes('/properties/'))
        return list([], { property_item: { type: 'rollup', rollup: total } });
      if (path.startsWith('/data_sources')) return { body: { id: 'any', properties: CONFIG } };
      const properties = { Somme: sum(250), Liens: links(hasMore) };
      return { body: { object: 'page', id: 'row', properties } };
    });
    const cell = await readFirst(notion.apiUrl, 'rollup');
    return { cell, asked: notion.requests.map(({ path }) => path) };
  }

  test('over more than 25 links is computed again, as the page holds the sum of the first 25', async () => {
    const { cell, asked } = await readSum(true, { type: 'number', number: 400, function: 'sum' });
    expect(cell).toBe(400);
    expect(asked[1]).toBe('/pages/row?filter_properties[]=rollup&filter_properties[]=rel');
  });

  test('over few links is taken from the page', async () => {
    const { cell, asked } = await readSum(false, null);
    expect(cell).toBe(250);
    expect(asked).toHaveLength(2);
  });

  test('that Notion does not finish is unreadable', async () => {
    const { cell } = await readSum(true, { type: 'incomplete', incomplete: {}, function: 'sum' });
    expect(cell).toEqual(UNREADABLE);
  });

  test.each([
    ['numbers', 'number', Array.from({ length: 30 }, (_, index) => index), true],
    [
      'texts, whose fragments do not say where they belong',
      'rich_text',
      Array(30).fill({ plain_text: 'x' }),
      false,
    ],
  ])('that gathers more than 25 %s', async (_, type, contents, readable) => {
    const entry = (content: unknown) => ({ type, [type]: type === 'rich_text' ? [content] : content });
    const shown = { type: 'array', array: contents.slice(0, 25).map(entry), function: 'show_original' };
    const items = contents.map((content) => ({ type, [type]: content }));
    await using notion = await script({ id: 'rollup', type: 'rollup', rollup: shown }, () =>
      list(items, {
        property_item: { type: 'rollup', rollup: { type: 'array', array: [], function: 'show_original' } },
      }),
    );
    expect(await readFirst(notion.apiUrl, 'rollup')).toEqual(readable ? contents.map(String) : UNREADABLE);
  });
});

describe('a formula', () => {
  const CONFIG = {
    Calcul: {
      id: 'formula',
      name: 'Calcul',
      type: 'formula',
      formula: { expression: 'prop("Détail") + 1' },
    },
    Détail: { id: 'f2', name: 'Détail', type: 'formula', formula: { expression: '{{block_property:roll}}' } },
    Somme: { id: 'roll', name: 'Somme', type: 'rollup', rollup: { relation_property_id: 'rel' } },
    Liens: { id: 'rel', name: 'Liens', type: 'relation', relation: { data_source_id: 'other' } },
    Autres: { id: 'zz', name: 'Autres', type: 'relation', relation: { data_source_id: 'other' } },
  };

  const result = (number: number) => ({
    id: 'formula',
    type: 'formula',
    formula: { type: 'number', number },
  });

  async function readCalculated(hasMore: boolean) {
    await using notion = await startScriptedNotion(({ path }) => {
      if (path.includes('/properties/')) return { body: { object: 'property_item', ...result(400) } };
      if (path.startsWith('/data_sources')) return { body: { id: 'any', properties: CONFIG } };
      const links = { id: 'rel', type: 'relation', relation: [], has_more: hasMore };
      return { body: { object: 'page', id: 'row', properties: { Calcul: result(250), Liens: links } } };
    });
    const cell = await readFirst(notion.apiUrl, 'formula');
    return { cell, asked: notion.requests.map(({ path }) => path) };
  }

  test('that leads to more than 25 links, through other columns, is computed again', async () => {
    const { cell, asked } = await readCalculated(true);
    expect(cell).toBe(400);
    expect(asked.slice(1)).toEqual([
      '/pages/row?filter_properties[]=formula&filter_properties[]=rel',
      '/pages/row/properties/formula?page_size=100',
    ]);
  });

  test('that leads to few is taken from the page', async () => {
    const { cell, asked } = await readCalculated(false);
    expect(cell).toBe(250);
    expect(asked).toHaveLength(2);
  });
});
