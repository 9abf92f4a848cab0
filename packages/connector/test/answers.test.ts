import { expect, test } from 'vitest';
import * as z from 'zod';
import { parseAnswer } from '../src/parse-answer.ts';
import { retryAfterMs } from '../src/retry-after.ts';

const answer = (text: string, json?: unknown) => ({ status: 200, headers: new Headers(), text, json });

test('an answer is parsed for what we use of it, unknown keys left out', () => {
  const page = z.object({ records: z.array(z.string()) });
  const json = { records: ['a'], extra: 1 };
  expect(parseAnswer(page, answer('', json), { vendor: 'Airtable', write: false })).toEqual({
    records: ['a'],
  });
});

test.each([
  [false, 'answer_unreadable'],
  [true, 'outcome_unknown'],
])('a successful answer that does not read as documented, after a write %s, is %s', (write, code) => {
  const schema = z.object({ id: z.string() });
  for (const unreadable of [answer('<html>'), answer('{}', {}), answer('null', null)]) {
    expect(() => parseAnswer(schema, unreadable, { vendor: 'Airtable', write })).toThrow(
      expect.objectContaining({ code, status: 200 }),
    );
  }
});

test.each([
  ['30', 30_000],
  [' 1.5 ', 1500],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 60_000],
  ['Wed, 21 Oct 2020 07:28:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('Retry-After %j asks for %s ms', (value, expected) => {
  const now = Date.parse('2026-10-21T07:27:00Z');
  expect(retryAfterMs(new Headers({ 'retry-after': value }), now)).toBe(expected);
  expect(retryAfterMs(new Headers())).toBeUndefined();
});
