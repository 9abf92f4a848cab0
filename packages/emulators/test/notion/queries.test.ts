import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../src/index.ts';
import { at, CLIENTS, list, message, SOURCE, startDeals, titles } from './deals-workspace.ts';

const QUERY = `/data_sources/${SOURCE}/query`;

const CAMILLE = 'aaaaaaaa-0000-4000-8000-000000000001';

async function startFiltered() {
  const clock = new FakeClock('2026-05-15T12:00:00.000Z');
  const started = await startDeals({ clock, people: [{ id: CAMILLE, name: 'Camille' }] });
  const { deals, clients } = started;
  const [acme] = clients.addRows([{ Name: 'Acme' }, { Name: 'Vide' }]);
  deals.addRow({
    Name: 'Alpha',
    Status: 'Won',
    Amount: 10,
    Sector: 'BTP',
    Tags: ['chaud'],
    'Due Date': '2026-05-14',
    Signed: true,
    Site: 'https://alpha.example',
    Mail: 'a@alpha.example',
    Phone: '+33 1',
    Notes: 'Appeler Zoé',
    Owner: [CAMILLE],
    Papers: ['https://files.example/devis.pdf'],
    Client: acme === undefined ? [] : [acme],
    Score: 7,
  });
  clock.advance(60_000);
  const beta = deals.addRow({
    Name: 'Beta',
    Status: 'Prospect',
    Amount: -5,
    Sector: 'Santé',
    Tags: ['froid', 'chaud'],
    'Due Date': '2026-05-20T09:30:00+02:00',
    Notes: 'fin',
    Score: 'texte',
  });
  clock.advance(60_000);
  deals.addRow({ Name: 'Gamma' });
  return { ...started, clock, acme, beta };
}

type Case = [name: string, filter: object, expected: string[]];

const property = (name: string, type: string, condition: object) => ({ property: name, [type]: condition });

const CASES: readonly Case[] = [
  ['title equals', property('Name', 'title', { equals: 'Beta' }), ['Beta']],
  ['title does_not_equal', property('Name', 'title', { does_not_equal: 'Beta' }), ['Alpha', 'Gamma']],
  ['title contains, whatever the case', property('Name', 'title', { contains: 'ALP' }), ['Alpha']],
  [
    'rich_text does_not_contain',
    property('Notes', 'rich_text', { does_not_contain: 'zoé' }),
    ['Beta', 'Gamma'],
  ],
  ['rich_text starts_with', property('Notes', 'rich_text', { starts_with: 'app' }), ['Alpha']],
  ['rich_text ends_with', property('Notes', 'rich_text', { ends_with: 'in' }), ['Beta']],
  ['rich_text is_empty', property('Notes', 'rich_text', { is_empty: true }), ['Gamma']],
  ['url is_not_empty', property('Site', 'url', { is_not_empty: true }), ['Alpha']],
  ['email equals', property('Mail', 'email', { equals: 'a@alpha.example' }), ['Alpha']],
  ['phone_number contains', property('Phone', 'phone_number', { contains: '33' }), ['Alpha']],
  ['number equals', property('Amount', 'number', { equals: 10 }), ['Alpha']],
  [
    'number does_not_equal, empty included',
    property('Amount', 'number', { does_not_equal: 10 }),
    ['Beta', 'Gamma'],
  ],
  ['number greater_than', property('Amount', 'number', { greater_than: -5 }), ['Alpha']],
  ['number less_than', property('Amount', 'number', { less_than: 10 }), ['Beta']],
  [
    'number greater_than_or_equal_to',
    property('Amount', 'number', { greater_than_or_equal_to: -5 }),
    ['Alpha', 'Beta'],
  ],
  ['number less_than_or_equal_to', property('Amount', 'number', { less_than_or_equal_to: -5 }), ['Beta']],
  ['number is_empty', property('Amount', 'number', { is_empty: true }), ['Gamma']],
  [
    'unique_id less_than_or_equal_to',
    property('Number', 'unique_id', { less_than_or_equal_to: 2 }),
    ['Alpha', 'Beta'],
  ],
  ['checkbox equals', property('Signed', 'checkbox', { equals: false }), ['Beta', 'Gamma']],
  ['checkbox does_not_equal', property('Signed', 'checkbox', { does_not_equal: false }), ['Alpha']],
  ['select equals', property('Sector', 'select', { equals: 'BTP' }), ['Alpha']],
  [
    'select equals one of several',
    property('Sector', 'select', { equals: ['BTP', 'Santé'] }),
    ['Alpha', 'Beta'],
  ],
  ['select is_empty', property('Sector', 'select', { is_empty: true }), ['Gamma']],
  ['status does_not_equal', property('Status', 'status', { does_not_equal: 'Won' }), ['Beta', 'Gamma']],
  ['multi_select contains', property('Tags', 'multi_select', { contains: 'chaud' }), ['Alpha', 'Beta']],
  [
    'multi_select does_not_contain',
    property('Tags', 'multi_select', { does_not_contain: 'froid' }),
    ['Alpha', 'Gamma'],
  ],
  ['date equals a day', property('Due Date', 'date', { equals: '2026-05-20' }), ['Beta']],
  ['date before', property('Due Date', 'date', { before: '2026-05-20' }), ['Alpha']],
  ['date after', property('Due Date', 'date', { after: '2026-05-14' }), ['Beta']],
  ['date on_or_before', property('Due Date', 'date', { on_or_before: '2026-05-14' }), ['Alpha']],
  [
    'date on_or_after a time',
    property('Due Date', 'date', { on_or_after: '2026-05-20T07:30:00Z' }),
    ['Beta'],
  ],
  ['date equals yesterday', property('Due Date', 'date', { equals: 'yesterday' }), ['Alpha']],
  ['date this_week', property('Due Date', 'date', { this_week: {} }), ['Alpha']],
  ['date next_week', property('Due Date', 'date', { next_week: {} }), ['Beta']],
  ['date past_month', property('Due Date', 'date', { past_month: {} }), ['Alpha']],
  ['date is_empty', property('Due Date', 'date', { is_empty: true }), ['Gamma']],
  ['people contains', property('Owner', 'people', { contains: CAMILLE }), ['Alpha']],
  ['people is_empty', property('Owner', 'people', { is_empty: true }), ['Beta', 'Gamma']],
  ['relation is_not_empty', property('Client', 'relation', { is_not_empty: true }), ['Alpha']],
  ['files is_not_empty', property('Papers', 'files', { is_not_empty: true }), ['Alpha']],
  ['formula number', property('Score', 'formula', { number: { greater_than: 5 } }), ['Alpha']],
  ['formula string', property('Score', 'formula', { string: { contains: 'text' } }), ['Beta']],
  ['created_by me', property('Author', 'created_by', { contains: 'me' }), []],
  ['created_time column', property('Created', 'created_time', { after: '2026-05-15T12:01:00Z' }), ['Gamma']],
  [
    'timestamp',
    { timestamp: 'last_edited_time', last_edited_time: { on_or_after: '2026-05-15T12:01:00.000Z' } },
    ['Beta', 'Gamma'],
  ],
  [
    'and, or, two levels deep',
    {
      or: [
        property('Name', 'title', { equals: 'Gamma' }),
        {
          and: [
            property('Amount', 'number', { greater_than: 0 }),
            property('Sector', 'select', { equals: 'BTP' }),
          ],
        },
      ],
    },
    ['Alpha', 'Gamma'],
  ],
];

describe('filters', () => {
  it.each(CASES)('%s', async (_name, filter, expected) => {
    const { send } = await startFiltered();
    const answer = await send('POST', QUERY, { body: { filter } });
    expect(answer.status, message(answer)).toBe(200);
    expect(titles(answer)).toEqual(expected);
  });

  it('find rows by linked page, and by what a rollup sees', async () => {
    const { send, acme } = await startFiltered();
    const linked = await send('POST', QUERY, {
      body: { filter: property('Client', 'relation', { contains: String(acme).replaceAll('-', '') }) },
    });
    expect(titles(linked)).toEqual(['Alpha']);
    const clients = `/data_sources/${CLIENTS}/query`;
    for (const [condition, expected] of [
      [{ number: { equals: 10 } }, ['Acme']],
      [{ any: { number: { greater_than: 5 } } }, ['Acme']],
      [{ none: { number: { greater_than: 5 } } }, ['Vide']],
    ] as const) {
      const answer = await send('POST', clients, {
        body: { filter: property('Total', 'rollup', condition) },
      });
      expect(titles(answer)).toEqual(expected);
    }
  });

  it('name a column by its id, encoded or not', async () => {
    const { send, deals } = await startFiltered();
    const id = deals.properties.find((one) => one.name === 'Amount')?.id ?? '';
    for (const name of [id, decodeURIComponent(id)])
      expect(
        titles(await send('POST', QUERY, { body: { filter: property(name, 'number', { equals: 10 }) } })),
      ).toEqual(['Alpha']);
  });

  it.each([
    ['Could not find property with name or id: Couleur', property('Couleur', 'select', { equals: 'x' })],
    [
      'The property type in the database does not match the property type of the filter provided: database property status does not match filter select',
      property('Status', 'select', { equals: 'Won' }),
    ],
    [
      'body failed validation: body.filter.number.equals should be a number, instead was `"10"`.',
      property('Amount', 'number', { equals: '10' }),
    ],
    [
      'body failed validation: body.filter.title.is_empty should be `true`, instead was `false`.',
      property('Name', 'title', { is_empty: false }),
    ],
    [
      'body failed validation: body.filter.date.before should be a valid ISO 8601 date string, instead was `"bientôt"`.',
      property('Due Date', 'date', { before: 'bientôt' }),
    ],
  ])('refuse with: %s', async (expected, filter) => {
    const { send } = await startFiltered();
    const answer = await send('POST', QUERY, { body: { filter } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    expect(message(answer)).toBe(expected);
  });

  it('are refused with one line per variant where none fits', async () => {
    const { send } = await startFiltered();
    const answer = await send('POST', QUERY, {
      body: { filter: property('Amount', 'number', { about: 10 }) },
    });
    expect(message(answer).split('\n').slice(0, 2)).toEqual([
      'body failed validation. Fix one:',
      'body.filter.number.equals should be defined, instead was `undefined`.',
    ]);
  });

  it('by an option that does not exist find nothing, or are refused where that is switched on', async () => {
    const { send, deals, emulator } = await startDeals();
    deals.addRow({ Name: 'A', Sector: 'BTP' });
    const by = (equals: string) =>
      send('POST', QUERY, { body: { filter: { property: 'Sector', select: { equals } } } });
    expect(titles(await by('Pêche'))).toEqual([]);
    emulator.behaviour.refusesUnknownOptions = true;
    expect(await by('Pêche')).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    expect(titles(await by('BTP'))).toEqual(['A']);
  });

  it('nest two levels deep and no deeper', async () => {
    const { send } = await startFiltered();
    const leaf = property('Name', 'title', { equals: 'Alpha' });
    const two = await send('POST', QUERY, { body: { filter: { and: [{ or: [leaf] }] } } });
    expect(two.status).toBe(200);
    const three = await send('POST', QUERY, { body: { filter: { and: [{ or: [{ and: [leaf] }] }] } } });
    expect(three).toMatchObject({ status: 400, body: { code: 'validation_error' } });
  });
});

describe('sorts', () => {
  const sorted = async (sorts: object[]) => {
    const { send } = await startFiltered();
    return titles(await send('POST', QUERY, { body: { sorts } }));
  };

  it('order by a column, empty cells last', async () => {
    expect(await sorted([{ property: 'Amount', direction: 'ascending' }])).toEqual([
      'Beta',
      'Alpha',
      'Gamma',
    ]);
    expect(await sorted([{ property: 'Amount', direction: 'descending' }])).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
    ]);
    expect(await sorted([{ property: 'Name', direction: 'descending' }])).toEqual(['Gamma', 'Beta', 'Alpha']);
  });

  it('order by a timestamp, and by several things in turn', async () => {
    expect(await sorted([{ timestamp: 'created_time', direction: 'descending' }])).toEqual([
      'Gamma',
      'Beta',
      'Alpha',
    ]);
    expect(
      await sorted([
        { property: 'Signed', direction: 'ascending' },
        { property: 'Name', direction: 'descending' },
      ]),
    ).toEqual(['Gamma', 'Beta', 'Alpha']);
  });

  it('are refused for a column that does not exist', async () => {
    const { send } = await startFiltered();
    const answer = await send('POST', QUERY, {
      body: { sorts: [{ property: 'X', direction: 'ascending' }] },
    });
    expect(message(answer)).toBe('Could not find sort property with name or id: X');
  });
});

describe('pages of a query', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `L${index}` }));

  it('hold at most 100 rows and lead to the next by a cursor', async () => {
    const { send, deals } = await startDeals();
    deals.addRows(rows(150));
    const first = await send('POST', QUERY, { body: {} });
    expect(list(first.body, 'results')).toHaveLength(100);
    expect(first.body).toMatchObject({ has_more: true });
    const second = await send('POST', QUERY, { body: { start_cursor: at(first.body, 'next_cursor') } });
    expect(second.body).toMatchObject({ has_more: false, next_cursor: null });
    expect(at(second.body, 'request_status')).toBeUndefined();
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(150);
    expect(message(await send('POST', QUERY, { body: { page_size: 101 } }))).toBe(
      'body failed validation: body.page_size should be ≤ `100` or `undefined`, instead was `101`.',
    );
  });

  it('show only the columns asked for', async () => {
    const { send, deals } = await startDeals();
    deals.addRow({ Name: 'A', Amount: 1 });
    const amount = encodeURIComponent(deals.properties.find((one) => one.name === 'Amount')?.id ?? '');
    for (const query of [
      `filter_properties=title&filter_properties=${amount}`,
      `filter_properties[]=title&filter_properties[]=${amount}`,
    ]) {
      const answer = await send('POST', `${QUERY}?${query}`, { body: {} });
      expect(Object.keys(Object(at(answer.body, 'results', 0, 'properties')))).toEqual(['Name', 'Amount']);
    }
  });

  it('refuse a cursor that was never given out, has expired, or belongs to another query', async () => {
    const { send, deals, emulator } = await startDeals();
    deals.addRows(rows(3));
    const unknown = await send('POST', QUERY, { body: { start_cursor: CAMILLE } });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    expect(message(unknown)).toBe(`The start_cursor provided is invalid: ${CAMILLE}`);
    const first = await send('POST', QUERY, { body: { page_size: 1 } });
    const cursor = at(first.body, 'next_cursor');
    const filter = property('Name', 'title', { equals: 'L0' });
    expect((await send('POST', QUERY, { body: { start_cursor: cursor, filter } })).status).toBe(400);
    expect((await send('POST', QUERY, { body: { start_cursor: cursor } })).status).toBe(200);
    emulator.expireCursors();
    expect(message(await send('POST', QUERY, { body: { start_cursor: cursor } }))).toContain('start_cursor');
  });

  it('end at the cap with a word about it, and the window after it goes on', async () => {
    const clock = new FakeClock();
    const { send, deals } = await startDeals({ queryCap: 5, clock });
    for (const row of rows(7)) {
      deals.addRow(row);
      clock.advance(60_000);
    }
    const sorts = [{ timestamp: 'created_time', direction: 'ascending' }];
    const first = await send('POST', QUERY, { body: { sorts, page_size: 3 } });
    expect(at(first.body, 'request_status')).toBeUndefined();
    const second = await send('POST', QUERY, {
      body: { sorts, page_size: 3, start_cursor: at(first.body, 'next_cursor') },
    });
    expect(second.body).toMatchObject({
      has_more: false,
      next_cursor: null,
      request_status: { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' },
    });
    const last = at(second.body, 'results', 1, 'created_time');
    const filter = { timestamp: 'created_time', created_time: { on_or_after: last } };
    const rest = await send('POST', QUERY, { body: { sorts, filter } });
    expect(titles(rest)).toEqual(['L4', 'L5', 'L6']);
    expect(at(rest.body, 'request_status')).toBeUndefined();
  });

  it('may be short while more follow', async () => {
    const { send, deals, emulator } = await startDeals();
    deals.addRows(rows(5));
    emulator.behaviour.shortPages.push(2);
    const first = await send('POST', QUERY, { body: {} });
    expect(titles(first)).toEqual(['L0', 'L1']);
    expect(first.body).toMatchObject({ has_more: true });
    const second = await send('POST', QUERY, { body: { start_cursor: at(first.body, 'next_cursor') } });
    expect(titles(second)).toEqual(['L2', 'L3', 'L4']);
  });

  it('keep their rows while the table changes, unless cursors are live', async () => {
    for (const [cursors, expected] of [
      ['stable', ['L2', 'L3']],
      ['live', ['L3', 'neuf']],
    ] as const) {
      const { send, deals } = await startDeals({ cursors });
      const [first] = deals.addRows(rows(4));
      const one = await send('POST', QUERY, { body: { page_size: 2 } });
      deals.trashRow(String(first));
      deals.addRow({ Name: 'neuf' });
      const two = await send('POST', QUERY, { body: { start_cursor: at(one.body, 'next_cursor') } });
      expect(titles(two)).toEqual(expected);
    }
  });
});
