import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ fields: { Name: `n${index}` } }));
const columnError = (name: string) => ({
  error: { type: 'INVALID_VALUE_FOR_COLUMN', message: `Field "${name}" cannot accept the provided value` },
});

describe('checklist 5: what is refused, without leaving a trace', () => {
  const refusedBatches: [string, string, () => unknown, number, unknown][] = [
    ['more than 10 records', 'POST @', () => ({ records: many(11) }), 422, 'INVALID_RECORDS'],
    ['no records', 'POST @', () => ({ records: [] }), 422, 'INVALID_RECORDS'],
    ['records that are no list', 'PATCH @', () => ({ records: {} }), 422, 'INVALID_RECORDS'],
    ['no fields', 'POST @', () => ({ Name: 'x' }), 422, 'INVALID_REQUEST_MISSING_FIELDS'],
    ['no body', 'POST @', () => undefined, 422, 'INVALID_REQUEST_MISSING_FIELDS'],
    ['a body that is not JSON', 'POST @', () => '{"fields"', 422, 'INVALID_REQUEST_BODY'],
    [
      'a typecast that is no boolean',
      'POST @',
      () => ({ fields: {}, typecast: 'yes' }),
      422,
      'INVALID_REQUEST_UNKNOWN',
    ],
    ['fields that are a list', 'POST @', () => ({ fields: [] }), 422, 'INVALID_REQUEST_UNKNOWN'],
    ['an unknown field', 'POST @', () => ({ fields: { Nom: 'x' } }), 422, 'UNKNOWN_FIELD_NAME'],
    ['an update without id', 'PATCH @', () => ({ records: [{ fields: {} }] }), 422, 'INVALID_RECORDS'],
    [
      'more than 3 merge fields',
      'PATCH @',
      () => ({ records: many(1), performUpsert: { fieldsToMergeOn: ['Name', 'Amount', 'Status', 'Tags'] } }),
      422,
      'INVALID_REQUEST_UNKNOWN',
    ],
    [
      'a body too large',
      'POST @',
      () => ({ fields: { Name: 'x'.repeat(5 * 2 ** 20) } }),
      413,
      'REQUEST_TOO_LARGE',
    ],
  ];
  test.each(refusedBatches)('%s', async (_name, line, body, status, type) => {
    const answer = await started.call(line, body());
    expect(answer).toMatchObject({ status, body: { error: { type } } });
    expect(started.deals.count).toBe(0);
  });

  test('an address over 16,000 characters', async () => {
    const formula = encodeURIComponent(`Name='${'x'.repeat(16_000)}'`);
    expect(await started.call(`GET @?filterByFormula=${formula}`)).toMatchObject({
      status: 413,
      body: { error: { type: 'REQUEST_TOO_LARGE' } },
    });
    const asBody = { filterByFormula: `Name='${'x'.repeat(16_000)}'` };
    expect((await started.call('POST @/listRecords', asBody)).status).toBe(200);
  });

  test('the same record twice in one request, and a record that is gone', async () => {
    const id = started.deals.addRecord({ Name: 'a' });
    const twice = { records: [1, 2].map((Amount) => ({ id, fields: { Amount } })) };
    expect((await started.call('PATCH @', twice)).body.error).toMatchObject({ type: 'INVALID_RECORDS' });
    const gone = {
      records: [
        { id, fields: { Amount: 1 } },
        { id: 'recGone0000000001', fields: {} },
      ],
    };
    expect((await started.call('PATCH @', gone)).body).toEqual({
      error: {
        type: 'ROW_DOES_NOT_EXIST',
        message: 'Record ID recGone0000000001 does not exist in this table',
      },
    });
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Amount');
  });

  test('a computed column', async () => {
    expect((await started.call('POST @', { fields: { Ratio: 1 } })).body).toEqual({
      error: {
        type: 'INVALID_VALUE_FOR_COLUMN',
        message: 'Field "Ratio" cannot accept a value because the field is computed',
      },
    });
  });

  test('an unknown option without typecast, in words that sound like rights', async () => {
    expect((await started.call('POST @', { fields: { Status: 'perdu' } })).body).toEqual({
      error: {
        type: 'INVALID_MULTIPLE_CHOICE_OPTIONS',
        message: 'Insufficient permissions to create new select option ""perdu""',
      },
    });
  });

  test('an unknown option even with typecast, when the user may not add options', async () => {
    const body = { fields: { Status: 'perdu' }, typecast: true };
    expect((await started.call('POST @', body, 'editor')).body.error).toMatchObject({
      type: 'INVALID_MULTIPLE_CHOICE_OPTIONS',
    });
  });

  test('a link to a record that does not exist', async () => {
    expect((await started.call('POST @', { fields: { Client: ['recGone0000000001'] } })).body).toEqual({
      error: {
        type: 'ROW_DOES_NOT_EXIST',
        message: 'Record ID recGone0000000001 does not exist in this table',
      },
    });
    expect((await started.call('POST @', { fields: { Client: ['Lune'] } })).body).toEqual(
      columnError('Client'),
    );
  });

  test.each([
    ['Name', 3],
    ['Amount', '12'],
    ['Amount', true],
    ['Tags', 'a'],
    ['Due Date', '2026-02-30'],
    ['Due Date', '2026-04-24T10:00:00.000Z'],
    ['Due Date', '24/04/2026'],
    ['Met', 'tomorrow'],
    ['Signed', 'yes'],
    ['Stars', 6],
    ['Stars', 0],
    ['Stars', 2.5],
  ])('%s does not take %j', async (name, value) => {
    expect(await started.call('POST @', { fields: { [name]: value } })).toEqual({
      status: 422,
      body: columnError(name),
    });
  });

  test('nothing is written when one record of a batch fails, new options and linked rows included', async () => {
    const records = [
      { fields: { Name: 'bon', Status: 'neuf', Client: ['Neuf'] } },
      { fields: { Nom: 'mauvais' } },
    ];
    expect((await started.call('POST @', { records, typecast: true })).status).toBe(422);
    expect(started.deals.count).toBe(0);
    expect(started.deals.field('Status').choices).toHaveLength(2);
    expect(started.emulator.state.table('Clients').count).toBe(0);
  });
});
