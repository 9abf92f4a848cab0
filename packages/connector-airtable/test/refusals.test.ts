import type { ConnectorErrorCode } from '@passerelle/connector';
import { expect, test } from 'vitest';
import type { AirtableCall } from '../src/client/airtable-call.ts';
import { classifyRefusal } from '../src/client/classify-refusal.ts';
import { toRefusal } from '../src/client/refusal.ts';

const CALLS = {
  meta: { method: 'GET', path: '/meta/whoami', baseId: null, write: false, subject: 'token' },
  list: { method: 'GET', path: '/app/tbl', baseId: 'app', write: false, subject: 'table' },
  record: { method: 'GET', path: '/app/tbl/rec', baseId: 'app', write: false, subject: 'record' },
  write: { method: 'PATCH', path: '/app/tbl', baseId: 'app', write: true, subject: 'record' },
} as const satisfies Record<string, AirtableCall>;

/** What the connector makes of an answer; `type` null stands for a proxy's page, and a bare one for `{"error": "X"}`. */
function classify(
  call: keyof typeof CALLS,
  [status, type, message]: readonly [status: number, type: string | null, message?: string | undefined],
  headers: Record<string, string> = {},
) {
  const error = message === undefined ? type : { type, message };
  const json: unknown = type === null ? undefined : { error };
  const refusal = toRefusal({ status, headers: new Headers(headers), json, text: '' });
  return classifyRefusal(refusal, CALLS[call], 30_500);
}

const option = 'Insufficient permissions to create new select option';

test.each<[number, string | null, string | undefined, keyof typeof CALLS, ConnectorErrorCode]>([
  [401, 'AUTHENTICATION_REQUIRED', 'Authentication required', 'list', 'token_refused'],
  [401, 'UNAUTHORIZED', 'Invalid authentication token', 'meta', 'token_refused'],
  [401, null, undefined, 'write', 'token_refused'],
  [403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', 'x', 'list', 'access_lost'],
  [403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', undefined, 'write', 'access_lost'],
  [403, 'INVALID_PERMISSIONS', 'You are not permitted', 'write', 'forbidden'],
  [403, null, undefined, 'list', 'answer_unreadable'],
  [404, 'NOT_FOUND', undefined, 'list', 'access_lost'],
  [404, 'NOT_FOUND', undefined, 'record', 'record_gone'],
  [404, 'NOT_FOUND', '', 'record', 'record_gone'],
  [404, 'MODEL_ID_NOT_FOUND', 'Record not found', 'record', 'record_gone'],
  [404, 'TABLE_NOT_FOUND', 'x', 'record', 'access_lost'],
  [404, null, undefined, 'record', 'answer_unreadable'],
  [307, null, undefined, 'record', 'answer_unreadable'],
  [413, 'REQUEST_TOO_LARGE', 'x', 'write', 'value_refused'],
  [422, 'INVALID_REQUEST_UNKNOWN', 'x', 'write', 'value_refused'],
  [422, 'INVALID_REQUEST_UNKNOWN', 'x', 'list', 'answer_unreadable'],
  [422, 'UNKNOWN_FIELD_NAME', 'Unknown field name: "fld1"', 'list', 'column_missing'],
  [422, 'INVALID_FILTER_BY_FORMULA', 'Unknown field names: fld1', 'list', 'column_missing'],
  [
    422,
    'INVALID_VALUE_FOR_COLUMN',
    'Field "Montant" cannot accept the provided value',
    'write',
    'value_refused',
  ],
  [422, 'INVALID_MULTIPLE_CHOICE_OPTIONS', `${option} ""Nouveau""`, 'write', 'value_refused'],
  [422, 'ROW_DOES_NOT_EXIST', 'Record ID rec1 does not exist in this table', 'write', 'record_gone'],
  [422, 'INVALID_OFFSET_VALUE', 'The value of offset X is invalid', 'list', 'cursor_expired'],
  [422, 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE', undefined, 'list', 'cursor_expired'],
  [422, 'FAILED_STATE_CHECK', undefined, 'write', 'value_refused'],
  [429, 'RATE_LIMIT_REACHED', 'Rate limit exceeded', 'write', 'rate_limited'],
  [429, null, undefined, 'list', 'rate_limited'],
  [429, 'PUBLIC_API_BILLING_LIMIT_EXCEEDED', 'x', 'list', 'quota_exhausted'],
  [500, 'SERVER_ERROR', 'x', 'list', 'vendor_down'],
  [500, 'SERVER_ERROR', 'x', 'write', 'outcome_unknown'],
  [502, null, undefined, 'list', 'vendor_down'],
  [502, null, undefined, 'write', 'outcome_unknown'],
  [503, 'RETRIABLE_ERROR', undefined, 'write', 'vendor_down'],
  [503, null, undefined, 'write', 'outcome_unknown'],
  [504, null, undefined, 'write', 'outcome_unknown'],
])('%i %s « %s » on a %s is %s', (status, type, message, call, code) => {
  const error = classify(call, [status, type, message]);
  expect(error.code).toBe(code);
  expect(error.status).toBe(status);
  expect(error.vendorCode).toBe(type ?? undefined);
  expect(error.message).toMatch(/\.$/);
});

test.each([
  [`${option} ""Nouveau""`, '« Nouveau »'],
  [`${option} "Nouveau"`, '« Nouveau »'],
  [`${option} ""6" pipe""`, '« 6" pipe »'],
  ['no option named', "l'option demandée"],
])('the refused option of %j is told as %s, with the remedy', (message, told) => {
  const error = classify('write', [422, 'INVALID_MULTIPLE_CHOICE_OPTIONS', message]);
  expect(error.message).toContain(told);
  expect(error.message).toContain('Ajoutez-la aux options de la colonne');
});

test('too many calls ask for the lock-out, or longer when a header says so', () => {
  expect(classify('list', [429, 'RATE_LIMIT_REACHED']).retryAfterMs).toBe(30_500);
  expect(classify('list', [429, 'RATE_LIMIT_REACHED'], { 'retry-after': '1' }).retryAfterMs).toBe(30_500);
  expect(classify('list', [429, 'RATE_LIMIT_REACHED'], { 'retry-after': '60' }).retryAfterMs).toBe(60_000);
  expect(classify('list', [429, 'PUBLIC_API_BILLING_LIMIT_EXCEEDED']).retryAfterMs).toBeUndefined();
});

test('a pause Airtable asks for is kept, and none is made up', () => {
  expect(classify('list', [503, 'RETRIABLE_ERROR'], { 'retry-after': '7' }).retryAfterMs).toBe(7_000);
  expect(classify('list', [503, 'RETRIABLE_ERROR']).retryAfterMs).toBeUndefined();
});
