import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { namesOf, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const select = (filterByFormula: string) => started.call('POST @/listRecords', { filterByFormula });
const names = async (formula: string) => {
  const answer = await select(formula);
  expect(answer.body.error).toBeUndefined();
  return namesOf(answer);
};

describe('checklist 8: times', () => {
  test('createdTime is cut to seconds and moves with the clock alone', async () => {
    const first = await started.call('POST @', { fields: { Name: 'a' } });
    expect(first.body.createdTime).toBe('2026-04-24T15:00:00.000Z');
    started.clock.advance(1_700);
    const second = await started.call('POST @', { fields: { Name: 'b' } });
    expect(second.body.createdTime).toBe('2026-04-24T15:00:02.000Z');
  });

  test('LAST_MODIFIED_TIME() is empty until the first edit, then cut to seconds', async () => {
    const id = started.deals.addRecord({ Name: 'a' });
    expect(await names('LAST_MODIFIED_TIME()')).toEqual([]);
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Changed');
    started.clock.advance(60_000);
    await started.call(`PATCH @/${id}`, { fields: { Amount: 1 } });
    expect(started.deals.record(id)?.fields.Changed).toBe('2026-04-24T15:01:00.000Z');
    expect(await names("LAST_MODIFIED_TIME() & '' = '2026-04-24T15:01:00.000Z'")).toEqual(['a']);
  });

  test('a computed change does not move it, nor does writing the value that is there', async () => {
    const id = started.deals.addRecord({ Name: 'a', Amount: 1 });
    started.clock.advance(60_000);
    started.deals.patchRecord(id, { Ratio: { error: '#ERROR!' } });
    await started.call(`PATCH @/${id}`, { fields: { Amount: 1 } });
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Changed');
  });

  test('with arguments only those columns count', async () => {
    const id = started.deals.addRecord({ Name: 'a' });
    started.deals.patchRecord(id, { Amount: 1 });
    expect(await names('LAST_MODIFIED_TIME({Name}, {Status})')).toEqual([]);
    expect(await names('LAST_MODIFIED_TIME({Name}, {Amount})')).toEqual(['a']);
  });

  test('the safe predicate of an incremental read finds edited and new rows', async () => {
    const [old = ''] = started.deals.addRecords([{ Name: 'old' }, { Name: 'never' }]);
    started.clock.advance(3_600_000);
    started.deals.patchRecord(old, { Amount: 2 });
    started.deals.addRecord({ Name: 'new' });
    const since = "DATETIME_PARSE('2026-04-24T15:30:00.000Z')";
    expect(
      await names(`IS_AFTER(IF(LAST_MODIFIED_TIME(), LAST_MODIFIED_TIME(), CREATED_TIME()), ${since})`),
    ).toEqual(['old', 'new']);
  });

  test('a date compared with text matches every row, as it does at Airtable', async () => {
    const id = started.deals.addRecord({ Name: 'a' });
    started.deals.patchRecord(id, { Amount: 2 });
    expect(await names('LAST_MODIFIED_TIME() > "2030-01-01"')).toEqual(['a']);
  });
});

describe('checklist 9: formulas', () => {
  beforeEach(() => {
    started.deals.addRecords([
      { Name: 'a', Amount: 10, Status: 'gagné', 'Due Date': '2026-04-01', Tags: ['a', 'b'] },
      { Name: "l'été", Amount: 0, Signed: true, 'Due Date': '2026-05-01' },
      { Name: 'c "d" \\ e', Amount: -3 },
    ]);
  });

  test.each([
    ["Name='a'", ['a']],
    ["{Name} = 'A'", []],
    ["{Name}='l\\'été'", ["l'été"]],
    ['{Name}="c \\"d\\" \\\\ e"', ['c "d" \\ e']],
    ['Amount > 0', ['a']],
    ['{Amount}>=0', ['a', "l'été"]],
    ['Amount != 10', ["l'été", 'c "d" \\ e']],
    ['-Amount = 3', ['c "d" \\ e']],
    ['Amount + 2 * 3 = 16', ['a']],
    ['(Amount + 2) * 3 = 36', ['a']],
    ['AND(Amount, {Status})', ['a']],
    ["OR({Status}='gagné', {Signed})", ['a', "l'été"]],
    ['NOT({Status})', ["l'été", 'c "d" \\ e']],
    ['{Status} = BLANK()', ["l'été", 'c "d" \\ e']],
    ["IF({Signed}, 'x')", ["l'été"]],
    ["{Name} & '-' & {Amount} = 'a-10'", ['a']],
    ["{Tags} = 'a, b'", ['a']],
    ["IS_BEFORE({Due Date}, '2026-04-15')", ['a']],
    ["IS_AFTER({Due Date}, DATETIME_PARSE('2026-04-15'))", ["l'été"]],
    ["IS_SAME({Due Date}, SET_TIMEZONE('2026-04-01', 'Europe/Paris'), 'day')", ['a']],
    ["LOWER({Name}) = 'a'", ['a']],
    ["EXACT(TRIM(' a '), {Name})", ['a']],
    ['{Amount} / 0', ['a', 'c "d" \\ e']],
    ['{Ratio}', ['a', 'c "d" \\ e']],
    ['0', []],
    ["''", []],
    ["'x' * 2", []],
  ])('%s', async (formula, expected) => {
    expect(await names(formula)).toEqual(expected);
  });

  test('a set of rows is fetched by their ids', async () => {
    const [first, , third] = started.deals.records();
    expect(await names(`OR(RECORD_ID()='${first?.id}', RECORD_ID()='${third?.id}')`)).toEqual([
      'a',
      'c "d" \\ e',
    ]);
  });

  test.each([
    'Name = ',
    'AND(',
    '{Name',
    "'open",
    'SUM(1)',
    'REGEX_MATCH({Name}, "a")',
    'IF()',
    '1 2',
    'NOT(1, 2)',
    '@',
  ])('%s is invalid', async (formula) => {
    expect(await select(formula)).toEqual({
      status: 422,
      body: {
        error: {
          type: 'INVALID_FILTER_BY_FORMULA',
          message:
            'The formula for filtering records is invalid: Invalid formula. Please check your formula text.',
        },
      },
    });
  });

  test('unknown columns are named', async () => {
    expect((await select("AND({Nom}='a', {Autre})")).body.error).toEqual({
      type: 'INVALID_FILTER_BY_FORMULA',
      message: 'The formula for filtering records is invalid: Unknown field names: nom, autre',
    });
  });

  test('a formula nested too deep is invalid, not a crash', async () => {
    const deep = `${'('.repeat(5000)}1${')'.repeat(5000)}`;
    expect((await select(deep)).status).toBe(422);
  });
});
