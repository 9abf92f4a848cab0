import { expect, test } from 'vitest';
import { exchangeOf } from '../src/exchange.ts';

const token = 'pat"SECRET0123456789';
const sent = {
  method: 'PATCH',
  url: 'https://api.example.com/v0/app1',
  token,
  write: true,
  durationMs: 12.6,
};

test('an exchange shows neither the token, as it is, escaped or encoded, nor what opens a file', () => {
  const shown = exchangeOf({
    ...sent,
    url: `https://api.example.com/v0/app1?key=${encodeURIComponent(token)}`,
    body: { fields: { Notes: `my token is ${token}` } },
    answer: {
      status: 422,
      text: JSON.stringify({ error: token, file: 'https://files.example.com/a.pdf?signature=s3cr3t' }),
    },
  });
  expect(JSON.stringify(shown)).not.toMatch(/SECRET|s3cr3t/);
  expect(shown).toEqual({
    method: 'PATCH',
    url: 'https://api.example.com/v0/app1?key=***',
    status: 422,
    durationMs: 13,
    request: '{"fields":{"Notes":"my token is ***"}}',
    answer: '{"error":"***","file":"https://files.example.com/a.pdf?***"}',
  });
});

test('a page of rows is not kept a second time, a refusal and an answer that never came are told', () => {
  const read = { ...sent, method: 'GET', write: false };
  expect(exchangeOf({ ...read, answer: { status: 200, text: '{"records":[]}' } })).toMatchObject({
    status: 200,
    request: null,
    answer: null,
  });
  expect(exchangeOf({ ...read, answer: { status: 404, text: '{"error":"NOT_FOUND"}' } })).toMatchObject({
    status: 404,
    answer: '{"error":"NOT_FOUND"}',
  });
  expect(exchangeOf({ ...sent, body: { a: 1 } })).toMatchObject({
    status: null,
    request: '{"a":1}',
    answer: null,
  });
});

test('a body longer than people read is cut', () => {
  const { request } = exchangeOf({ ...sent, body: 'x'.repeat(100_000) });
  expect(request).toHaveLength(16_385);
  expect(request?.endsWith('…')).toBe(true);
});
