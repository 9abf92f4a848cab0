import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../src/index.ts';
import { at, CLIENTS, DATABASE, list, message, SOURCE, startDeals } from './deals-workspace.ts';

const PERSON = 'aaaaaaaa-0000-4000-8000-000000000001';
const NOBODY = 'aaaaaaaa-0000-4000-8000-00000000dead';

const text = (content: string) => [{ text: { content } }];

async function startWriting() {
  const started = await startDeals({ people: [{ id: PERSON, name: 'Camille', email: 'c@example.com' }] });
  const { send, deals } = started;
  const id = deals.addRow({ Name: 'Alpha', Amount: 1, Notes: 'avant' });
  const create = (properties: object) =>
    send('POST', '/pages', { body: { parent: { data_source_id: SOURCE }, properties } });
  const update = (properties: object) => send('PATCH', `/pages/${id}`, { body: { properties } });
  return { ...started, id, create, update };
}

describe('writing a page', () => {
  it('stores every type and answers it as it is read', async () => {
    const { create, clients } = await startWriting();
    const client = clients.addRow({ Name: 'Acme' });
    const answer = await create({
      Name: { title: text('Neuf') },
      Status: { status: { name: 'Won' } },
      Amount: { number: 12.5 },
      Sector: { select: { name: 'BTP' } },
      Tags: { multi_select: [{ name: 'chaud' }, { name: 'nouveau' }] },
      'Due Date': { date: { start: '2026-05-01', end: '2026-05-03' } },
      Signed: { checkbox: true },
      Site: { url: 'https://exemple.fr' },
      Mail: { email: 'a@exemple.fr' },
      Phone: { phone_number: '+33 1 02' },
      Notes: {
        rich_text: [{ text: { content: 'gras' }, annotations: { bold: true } }, ...text(' et maigre')],
      },
      Owner: { people: [{ id: PERSON }] },
      Papers: { files: [{ name: 'devis', external: { url: 'https://exemple.fr/devis.pdf' } }] },
      Client: { relation: [{ id: client.replaceAll('-', '') }] },
    });
    expect(answer.status, message(answer)).toBe(200);
    expect(answer.body).toMatchObject({
      object: 'page',
      parent: { type: 'data_source_id', data_source_id: SOURCE, database_id: DATABASE },
      in_trash: false,
      is_archived: false,
      is_locked: false,
      archived: false,
      properties: {
        Name: { id: 'title', type: 'title', title: [{ type: 'text', plain_text: 'Neuf', href: null }] },
        Status: { type: 'status', status: { name: 'Won', color: 'green' } },
        Amount: { type: 'number', number: 12.5 },
        Sector: { type: 'select', select: { name: 'BTP' } },
        Tags: { type: 'multi_select', multi_select: [{ name: 'chaud' }, { name: 'nouveau' }] },
        'Due Date': { date: { start: '2026-05-01', end: '2026-05-03', time_zone: null } },
        Signed: { checkbox: true },
        Site: { url: 'https://exemple.fr' },
        Mail: { email: 'a@exemple.fr' },
        Phone: { phone_number: '+33 1 02' },
        Notes: { rich_text: [{ annotations: { bold: true } }, { plain_text: ' et maigre' }] },
        Owner: { people: [{ object: 'user', id: PERSON, type: 'person', name: 'Camille' }] },
        Papers: { files: [{ name: 'devis', type: 'external' }] },
        Client: { relation: [{ id: client }], has_more: false },
        Score: { type: 'formula', formula: { type: 'string', string: null } },
        Number: { unique_id: { prefix: 'AFF', number: 2 } },
        Author: { created_by: { type: 'bot', name: 'Passerelle' } },
      },
    });
  });

  it('clears what it is told to clear and leaves the rest alone', async () => {
    const { update, deals, id } = await startWriting();
    deals.patchRow(id, {
      Sector: 'BTP',
      Tags: ['chaud'],
      'Due Date': '2026-05-01',
      Site: 'https://x.fr',
      Status: 'Won',
    });
    const answer = await update({
      Sector: { select: null },
      Tags: { multi_select: [] },
      'Due Date': { date: null },
      Site: { url: null },
      Notes: { rich_text: [] },
      Status: { status: null },
    });
    expect(answer.body).toMatchObject({
      properties: {
        Sector: { select: null },
        Tags: { multi_select: [] },
        'Due Date': { date: null },
        Site: { url: null },
        Notes: { rich_text: [] },
        Status: { status: { name: 'Prospect' } },
        Amount: { number: 1 },
        Name: { title: [{ plain_text: 'Alpha' }] },
      },
    });
  });

  it('finds columns by name and by id, and takes back what was read', async () => {
    const { update, send, deals, id } = await startWriting();
    const amount = deals.properties.find((property) => property.name === 'Amount')?.id ?? '';
    expect(await update({ [amount]: { number: 3 } })).toMatchObject({
      status: 200,
      body: { properties: { Amount: { number: 3 } } },
    });
    const read = await send('GET', `/pages/${id}`);
    const { Name, Notes, Client } = Object(at(read.body, 'properties'));
    expect((await update({ Name, Notes, Client })).status).toBe(200);
  });

  it('gives times an offset, and the offset of the time zone where one is named', async () => {
    const { update } = await startWriting();
    const start = async (date: object) =>
      at((await update({ 'Due Date': { date } })).body, 'properties', 'Due Date', 'date', 'start');
    expect(await start({ start: '2026-05-01T10:20:30Z' })).toBe('2026-05-01T10:20:00.000+00:00');
    expect(await start({ start: '2026-07-01T10:20:00', time_zone: 'Europe/Paris' })).toBe(
      '2026-07-01T10:20:00.000+02:00',
    );
    expect(await start({ start: '2026-01-01T10:20:00', time_zone: 'Europe/Paris' })).toBe(
      '2026-01-01T10:20:00.000+01:00',
    );
  });

  it('makes select options that do not exist, and says the colour of those that do', async () => {
    const { update, send } = await startWriting();
    expect((await update({ Sector: { select: { name: 'Énergie', color: 'red' } } })).body).toMatchObject({
      properties: { Sector: { select: { name: 'Énergie', color: 'red' } } },
    });
    const schema = await send('GET', `/data_sources/${SOURCE}`);
    const names = list(schema.body, 'properties', 'Sector', 'select', 'options').map((option) =>
      at(option, 'name'),
    );
    expect(names).toEqual(['BTP', 'Santé', 'Énergie']);
    expect(message(await update({ Sector: { select: { name: 'Énergie', color: 'blue' } } }))).toContain(
      "Select option color doesn't match existing",
    );
  });

  it('replaces lists as a whole', async () => {
    const { update } = await startWriting();
    await update({ Tags: { multi_select: [{ name: 'chaud' }, { name: 'froid' }] } });
    const answer = await update({ Tags: { multi_select: [{ name: 'froid' }] } });
    expect(list(answer.body, 'properties', 'Tags', 'multi_select')).toHaveLength(1);
  });

  it('accepts a database as the parent when it has one data source', async () => {
    const { send } = await startWriting();
    const body = { parent: { database_id: DATABASE }, properties: { Name: { title: text('B') } } };
    expect((await send('POST', '/pages', { body })).body).toMatchObject({
      parent: { data_source_id: SOURCE },
    });
  });

  it('makes pages below pages, which have a title only', async () => {
    const { send, id } = await startWriting();
    const parent = { page_id: id };
    const made = await send('POST', '/pages', {
      body: { parent, properties: { title: { title: text('Sous-page') } } },
    });
    expect(made.body).toMatchObject({ parent: { type: 'page_id', page_id: id } });
    expect(
      (await send('POST', '/pages', { body: { parent, properties: { Amount: { number: 1 } } } })).status,
    ).toBe(400);
  });

  it('moves a row to another table, its id kept', async () => {
    const { send, id, deals } = await startWriting();
    const moved = await send('POST', `/pages/${id}/move`, { body: { parent: { data_source_id: CLIENTS } } });
    expect(moved.body).toMatchObject({
      id,
      parent: { data_source_id: CLIENTS },
      properties: { Name: { title: [{ plain_text: 'Alpha' }] } },
    });
    expect(deals.count).toBe(0);
  });
});

const LONG = 'x'.repeat(2043);

type Refusal = [name: string, properties: object, expected: string];

const body = 'body failed validation: body.properties.';

const REFUSALS: readonly Refusal[] = [
  ['an unknown column', { Couleur: { number: 1 } }, 'Couleur is not a property that exists.'],
  ['a value of another type', { Notes: { number: 1 } }, 'Notes is expected to be rich_text.'],
  [
    'several at once, together',
    { Couleur: { number: 1 }, Notes: { number: 1 } },
    'Couleur is not a property that exists. Notes is expected to be rich_text.',
  ],
  [
    'a missing value',
    { Name: { type: 'title' } },
    `${body}Name.title should be defined, instead was \`undefined\`.`,
  ],
  [
    'text for a number',
    { Amount: { number: '12' } },
    `${body}Amount.number should be a number or \`null\`, instead was \`"12"\`.`,
  ],
  [
    'an empty address',
    { Site: { url: '' } },
    `${body}Site.url should be populated or \`null\`, instead was \`""\`.`,
  ],
  [
    'an address that is too long',
    { Site: { url: LONG } },
    `${body}Site.url.length should be ≤ \`2000\`, instead was \`2043\`.`,
  ],
  [
    'an e-mail that is too long',
    { Mail: { email: LONG } },
    `${body}Mail.email.length should be ≤ \`200\`, instead was \`2043\`.`,
  ],
  [
    'a number that is too long',
    { Phone: { phone_number: LONG } },
    `${body}Phone.phone_number.length should be ≤ \`200\`, instead was \`2043\`.`,
  ],
  [
    'text that is too long',
    { Name: { title: text(LONG) } },
    `${body}Name.title[0].text.content.length should be ≤ \`2000\`, instead was \`2043\`.`,
  ],
  [
    'too many pieces of text',
    { Notes: { rich_text: Array.from({ length: 101 }, () => text('a')[0]) } },
    `${body}Notes.rich_text.length should be ≤ \`100\`, instead was \`101\`.`,
  ],
  [
    'too many options',
    { Tags: { multi_select: Array.from({ length: 101 }, (_, index) => ({ name: `t${index}` })) } },
    `${body}Tags.multi_select.length should be ≤ \`100\`, instead was \`101\`.`,
  ],
  [
    'too many links',
    { Client: { relation: Array.from({ length: 101 }, () => ({ id: NOBODY })) } },
    `${body}Client.relation.length should be ≤ \`100\`, instead was \`101\`.`,
  ],
  [
    'too many people',
    { Owner: { people: Array.from({ length: 101 }, () => ({ id: PERSON })) } },
    `${body}Owner.people.length should be ≤ \`100\`, instead was \`101\`.`,
  ],
  [
    'a comma in an option',
    { Sector: { select: { name: 'a, b' } } },
    'Invalid select option, commas not allowed: a, b',
  ],
  [
    'a name of an option that is too long',
    { Sector: { select: { name: 'y'.repeat(101) } } },
    `${body}Sector.select.name.length should be ≤ \`100\`, instead was \`101\`.`,
  ],
  [
    'an unknown status',
    { Status: { status: { name: 'Perdu' } } },
    'Invalid status option. Status option "Perdu" does not exist.',
  ],
  [
    'a date that does not exist',
    { 'Due Date': { date: { start: '2026-02-30' } } },
    `${body}Due Date.date.start should be a valid ISO 8601 date string, instead was \`"2026-02-30"\`.`,
  ],
  [
    'a range of a day and a time',
    { 'Due Date': { date: { start: '2026-02-01', end: '2026-02-01T10:00:00Z' } } },
    'Start date and end date must both include a time, or neither.',
  ],
  [
    'an offset beside a time zone',
    { 'Due Date': { date: { start: '2026-02-01T10:00:00+01:00', time_zone: 'Europe/Paris' } } },
    'Time zone offset cannot be set in the date string when a time zone is provided in `time_zone`.',
  ],
  [
    'a tick that is none',
    { Signed: { checkbox: 'oui' } },
    `${body}Signed.checkbox should be a boolean, instead was \`"oui"\`.`,
  ],
  [
    'a member it does not know',
    { Amount: { number: 1, unit: '€' } },
    `${body}Amount.unit should be not present, instead was \`"€"\`.`,
  ],
];

describe('a write is refused as a whole for', () => {
  it.each(REFUSALS)('%s', async (_name, properties, expected) => {
    const { update, create, deals, id } = await startWriting();
    for (const answer of [
      await update({ Amount: { number: 99 }, ...properties }),
      await create(properties),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation_error' } });
      expect(message(answer)).toBe(expected);
    }
    expect(deals.count).toBe(1);
    expect(deals.row(id)?.values).toMatchObject({ Amount: 1, Notes: 'avant' });
  });

  it('computed columns', async () => {
    const { update } = await startWriting();
    for (const properties of [
      { Score: { formula: { number: 1 } } },
      { Created: { created_time: '2026-01-01T00:00:00Z' } },
      { Number: { unique_id: { number: 4 } } },
      { Edited: { rich_text: [] } },
    ])
      expect(await update(properties)).toMatchObject({ status: 400, body: { code: 'validation_error' } });
  });

  it('a value that fits no type, with one line for each', async () => {
    const { update } = await startWriting();
    const lines = message(await update({ Amount: { value: 1 } })).split('\n');
    expect(lines[0]).toBe('body failed validation. Fix one:');
    expect(lines).toContain('body.properties.Amount.number should be defined, instead was `undefined`.');
    expect(lines.length).toBeGreaterThan(10);
  });

  it('people, pages and parents that cannot be found', async () => {
    const { update, send, deals } = await startWriting();
    expect(await update({ Owner: { people: [{ id: NOBODY }] } })).toMatchObject({ status: 404 });
    expect(await update({ Client: { relation: [{ id: NOBODY }] } })).toMatchObject({
      status: 404,
      body: { code: 'object_not_found' },
    });
    const other = deals.addRow({ Name: 'B' });
    expect(await update({ Client: { relation: [{ id: other }] } })).toMatchObject({ status: 400 });
    const orphan = await send('POST', '/pages', { body: { parent: {}, properties: {} } });
    expect(message(orphan).split('\n')).toContain(
      'body.parent.page_id should be defined, instead was `undefined`.',
    );
  });

  it('an option made by a request that fails elsewhere', async () => {
    const { update, send } = await startWriting();
    await update({ Sector: { select: { name: 'Fantôme' } }, Status: { status: { name: 'Perdu' } } });
    const schema = await send('GET', `/data_sources/${SOURCE}`);
    expect(JSON.stringify(schema.body)).not.toContain('Fantôme');
  });
});

describe('the trash', () => {
  it('hides rows from queries and shows them when they are asked for by id', async () => {
    const { send, id } = await startWriting();
    expect(await send('PATCH', `/pages/${id}`, { body: { in_trash: true } })).toMatchObject({
      status: 200,
      body: { in_trash: true },
    });
    const query = await send('POST', `/data_sources/${SOURCE}/query`, { body: {} });
    expect(list(query.body, 'results')).toEqual([]);
    expect(await send('GET', `/pages/${id}`)).toMatchObject({
      status: 200,
      body: { in_trash: true, archived: true },
    });
  });

  it('refuses writes until the row is restored', async () => {
    const { send, id, update } = await startWriting();
    await send('PATCH', `/pages/${id}`, { body: { in_trash: true } });
    const refused = await update({ Amount: { number: 2 } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    expect(message(refused)).toBe(
      "Can't edit block that is archived. You must unarchive the block before editing.",
    );
    expect(
      (
        await send('PATCH', `/pages/${id}`, {
          body: { in_trash: false, properties: { Amount: { number: 2 } } },
        })
      ).body,
    ).toMatchObject({
      in_trash: false,
      properties: { Amount: { number: 2 } },
    });
  });

  it('answers a query for its rows only where it is told that it can', async () => {
    for (const isTrashQueryable of [false, true]) {
      const { send, deals } = await startDeals({ isTrashQueryable });
      deals.trashRow(deals.addRow({ Name: 'A' }));
      const query = await send('POST', `/data_sources/${SOURCE}/query`, { body: { in_trash: true } });
      expect(list(query.body, 'results')).toHaveLength(isTrashQueryable ? 1 : 0);
    }
  });

  it('is not where deleted rows are', async () => {
    const { send, id, deals } = await startWriting();
    deals.deleteRows(id);
    expect(await send('GET', `/pages/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'object_not_found' },
    });
  });
});

describe('a full Free workspace', () => {
  it('refuses new pages and still takes edits', async () => {
    const { send, deals } = await startDeals({ blocksLeft: 1 });
    const create = () =>
      send('POST', '/pages', { body: { parent: { data_source_id: SOURCE }, properties: {} } });
    const made = await create();
    expect(made.status).toBe(200);
    expect(await create()).toMatchObject({
      status: 403,
      body: { code: 'restricted_resource', additional_data: { block_limit: 'block_creation' } },
    });
    expect(deals.count).toBe(1);
    const edit = { body: { properties: { Amount: { number: 1 } } } };
    expect((await send('PATCH', `/pages/${at(made.body, 'id')}`, edit)).status).toBe(200);
  });
});

describe('timestamps', () => {
  it('are cut to the minute, downwards', async () => {
    const clock = new FakeClock('2026-04-30T11:29:59.999Z');
    const { send } = await startDeals({ clock });
    const made = await send('POST', '/pages', {
      body: { parent: { data_source_id: SOURCE }, properties: {} },
    });
    expect(made.body).toMatchObject({
      created_time: '2026-04-30T11:29:00.000Z',
      last_edited_time: '2026-04-30T11:29:00.000Z',
    });
    clock.advance(15 * 60_000 - 9_000);
    const edited = await send('PATCH', `/pages/${at(made.body, 'id')}`, {
      body: { properties: { Amount: { number: 2 } } },
    });
    expect(edited.body).toMatchObject({
      created_time: '2026-04-30T11:29:00.000Z',
      last_edited_time: '2026-04-30T11:44:00.000Z',
    });
  });

  it('do not move for computed columns and for the other side of a relation', async () => {
    const clock = new FakeClock('2026-04-30T11:00:00.000Z');
    const { send, deals, clients } = await startDeals({ clock });
    const client = clients.addRow({ Name: 'Acme' });
    const deal = deals.addRow({ Name: 'A' });
    clock.advance(3_600_000);
    deals.setComputed(deal, 'Score', 42);
    expect((await send('GET', `/pages/${deal}`)).body).toMatchObject({
      last_edited_time: '2026-04-30T11:00:00.000Z',
      properties: { Score: { formula: { type: 'number', number: 42 } } },
    });
    deals.patchRow(deal, { Client: [client] });
    expect((await send('GET', `/pages/${client}`)).body).toMatchObject({
      last_edited_time: '2026-04-30T11:00:00.000Z',
      properties: { Deals: { relation: [{ id: deal }] } },
    });
  });
});

describe('the index', () => {
  it('lags behind writes in queries and search, not in pages', async () => {
    const clock = new FakeClock();
    const { send, deals } = await startDeals({ clock, indexLagMs: 30_000 });
    clock.advance(60_000);
    const id = deals.addRow({ Name: 'Alpha', Amount: 1 });
    const seen = async () =>
      list((await send('POST', `/data_sources/${SOURCE}/query`, { body: {} })).body, 'results');
    const found = async (query: string) =>
      list((await send('POST', '/search', { body: { query } })).body, 'results').length;
    expect(await seen()).toEqual([]);
    expect(await found('alpha')).toBe(0);
    clock.advance(30_000);
    expect(await found('alpha')).toBe(1);
    await send('PATCH', `/pages/${id}`, {
      body: { properties: { Amount: { number: 2 }, Name: { title: text('Omega') } } },
    });
    expect(await seen()).toMatchObject([
      { properties: { Amount: { number: 1 }, Name: { title: [{ plain_text: 'Alpha' }] } } },
    ]);
    expect((await send('GET', `/pages/${id}`)).body).toMatchObject({ properties: { Amount: { number: 2 } } });
    expect(await found('omega')).toBe(0);
    await send('PATCH', `/pages/${id}`, { body: { in_trash: true } });
    expect(await seen()).toHaveLength(1);
    clock.advance(30_000);
    expect(await seen()).toEqual([]);
  });
});
