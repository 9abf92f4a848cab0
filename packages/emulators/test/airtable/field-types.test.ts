import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIELD_TYPES, type FieldSeed, type FieldType, isComputedType } from '../../src/airtable/index.ts';
import { BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
let linked: string;
beforeEach(async () => {
  started = await startDeals({ tokens: { full: { bases: 'all', user: ANNE } } });
  linked = started.emulator.state.table('Clients').addRecord({ Name: 'Lune' });
});
afterEach(() => started.emulator.close());

const ANNE = { id: 'usrAnne0000000001', email: 'anne@example.org', name: 'Anne' };

interface Sample {
  readonly seed?: Partial<FieldSeed>;
  readonly write: unknown;
  /** What is read back, when it is not what was written. */
  readonly read?: unknown;
  readonly bad: unknown;
}

const LINK = { options: { linkedTableId: 'tblClients0000001' } };
const file = { url: 'https://example.org/a/devis.pdf', filename: 'devis.pdf' };

/** One value of each writable type, and one that it must refuse. */
const WRITABLE: Partial<Record<FieldType, Sample>> = {
  singleLineText: { write: 'é', bad: 1 },
  multilineText: { write: 'a\nb', bad: [] },
  richText: { write: '**a**', bad: true },
  email: { write: 'pas un e-mail', bad: 1 },
  url: { write: 'x', bad: 1 },
  phoneNumber: { write: '01', bad: 1 },
  number: { write: 0.29999999999999877, bad: '1' },
  currency: { write: -12.5, bad: '1' },
  percent: { write: 0.123, bad: '12 %' },
  duration: { write: 90.5, bad: '1:30' },
  rating: { write: 4, bad: 0 },
  checkbox: { write: true, bad: 1 },
  date: { write: '2026-04-24', bad: '2026-02-29' },
  dateTime: { write: '2026-04-24T17:00:00+02:00', read: '2026-04-24T15:00:00.000Z', bad: 'x' },
  singleSelect: { seed: { choices: ['a'] }, write: 'a', bad: 3 },
  multipleSelects: { seed: { choices: ['a', 'b'] }, write: ['b', 'a'], bad: 'a' },
  singleCollaborator: { write: { email: ANNE.email }, read: ANNE, bad: { email: 'x@example.org' } },
  multipleCollaborators: { write: [{ id: ANNE.id }], read: [ANNE], bad: { id: ANNE.id } },
  multipleRecordLinks: { seed: LINK, write: () => [linked], bad: 'x' },
  multipleAttachments: { write: [file], read: [expect.objectContaining(file)], bad: [{}] },
  barcode: { write: { text: '123', type: 'ean8' }, bad: '123' },
};

describe('every writable type', () => {
  test('has a sample', () => {
    expect(Object.keys(WRITABLE).sort()).toEqual(FIELD_TYPES.filter((type) => !isComputedType(type)).sort());
  });

  test.each(Object.entries(WRITABLE))('%s: written, read, refused, cleared', async (type, sample) => {
    started.deals.addField({ ...sample.seed, name: 'X', type: type as FieldType });
    const write = typeof sample.write === 'function' ? sample.write() : sample.write;
    const { body } = await started.call('POST @', { fields: { X: write } });
    expect(body.fields?.X).toEqual(sample.read ?? write);
    const refused = await started.call(`PATCH @/${body.id}`, { fields: { X: sample.bad } });
    expect(refused).toMatchObject({ status: 422, body: { error: { type: 'INVALID_VALUE_FOR_COLUMN' } } });
    await started.call(`PATCH @/${body.id}`, { fields: { X: body.fields?.X } });
    expect(started.deals.record(String(body.id))?.fields.X).toEqual(body.fields?.X);
    const cleared = await started.call(`PATCH @/${body.id}`, { fields: { X: null } });
    expect(cleared.body.fields).not.toHaveProperty('X');
  });
});

describe('every computed type', () => {
  test.each(FIELD_TYPES.filter(isComputedType))('%s refuses a value', async (type) => {
    started.deals.addField({ name: 'X', type });
    const { body } = await started.call('POST @', { fields: { X: 1 } });
    expect(body.error).toMatchObject({
      message: 'Field "X" cannot accept a value because the field is computed',
    });
  });

  test('shows what Airtable would compute', async () => {
    const add = (name: string, type: FieldType, options?: Record<string, unknown>) =>
      started.deals.addField({ name, type, options });
    const link = started.deals.field('Client').id;
    add('No', 'autoNumber');
    add('Made', 'createdTime', { result: { type: 'date' } });
    add('Maker', 'createdBy');
    add('Editor', 'lastModifiedBy');
    add('How many', 'count', { recordLinkFieldId: link });
    const named = started.emulator.state.table('Clients').field('Name').id;
    add('Names', 'multipleLookupValues', { recordLinkFieldId: link, fieldIdInLinkedTable: named });
    add('Double', 'formula', { formula: "{Amount} * 2 & ' €'" });
    add('Circle', 'formula', { formula: '{Circle} + 1' });
    add('Sum', 'rollup');
    add('AI', 'aiText');
    const { body } = await started.call('POST @', { fields: { Amount: 4, Client: [linked] } });
    started.deals.patchRecord(String(body.id), {
      Sum: 12,
      AI: { state: 'generated', isStale: false, value: 'x' },
    });
    await started.call(`PATCH /${BASE}/Deals/${body.id}`, { fields: { Name: 'a' } });
    expect(started.deals.record(String(body.id))?.fields).toMatchObject({
      No: 1,
      Made: '2026-04-24',
      Maker: ANNE,
      Editor: ANNE,
      'How many': 1,
      Names: ['Lune'],
      Double: '8 €',
      Circle: { error: '#ERROR!' },
      Sum: 12,
      AI: { value: 'x' },
    });
  });
});

test('a dateTime without offset is read in the zone of its column', async () => {
  started.deals.addField({ name: 'X', type: 'dateTime', options: { timeZone: 'Europe/Paris' } });
  for (const [sent, read] of [
    ['2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
    ['2026-01-01 12:00:00', '2026-01-01T11:00:00.000Z'],
  ]) {
    expect((await started.call('POST @', { fields: { X: sent } })).body.fields?.X).toBe(read);
  }
});

test('an attachment is kept by its id, dropped when left out, and refused when it is not there', async () => {
  started.deals.addField({ name: 'X', type: 'multipleAttachments' });
  const { body } = await started.call('POST @', { fields: { X: [file, { ...file, filename: 'b.pdf' }] } });
  const [first] = (body.fields?.X ?? []) as { id: string }[];
  const kept = await started.call(`PATCH @/${body.id}`, { fields: { X: [{ id: first?.id }] } });
  expect(kept.body.fields?.X).toEqual([first]);
  const refused = await started.call(`PATCH @/${body.id}`, { fields: { X: [{ id: 'attGone0000000001' }] } });
  expect(refused.status).toBe(422);
});

test('a column whose type changes keeps what converts', async () => {
  started.deals.addField({ name: 'X', type: 'singleLineText' });
  started.deals.addRecords([{ X: '12' }, { X: 'douze' }]);
  started.deals.retypeField('X', 'number');
  expect(started.deals.records().map(({ fields }) => fields.X)).toEqual([12, undefined]);
  started.deals.retypeField('X', 'singleSelect');
  expect(started.deals.records()[0]?.fields.X).toBe('12');
  expect((await started.call('POST @', { fields: { X: 3 } })).status).toBe(422);
});
