import { describe, expect, it } from 'vitest';
import { message, SOURCE } from './deals-workspace.ts';
import { PERSON, startWriting, text } from './written-deal.ts';

const NOBODY = 'aaaaaaaa-0000-4000-8000-00000000dead';

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

  it('a column that does not exist, unless such columns are dropped without a word', async () => {
    const { update, emulator, deals, id } = await startWriting();
    emulator.behaviour.dropsUnknownColumns = true;
    expect((await update({ Couleur: { number: 1 }, Amount: { number: 8 } })).status).toBe(200);
    expect(deals.row(id)?.values.Amount).toBe(8);
  });

  it('an option made by a request that fails elsewhere', async () => {
    const { update, send } = await startWriting();
    await update({ Sector: { select: { name: 'Fantôme' } }, Status: { status: { name: 'Perdu' } } });
    const schema = await send('GET', `/data_sources/${SOURCE}`);
    expect(JSON.stringify(schema.body)).not.toContain('Fantôme');
  });
});
