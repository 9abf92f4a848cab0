import { expect, test } from 'vitest';
import { parseBaseId, parseTableId } from '../src/parse-base-id.ts';

const BASE = 'appPasserelle0001';
const TABLE = 'tblAbCdEfGhIjKlMn';

test.each([
  BASE,
  `  ${BASE}\n`,
  `https://airtable.com/${BASE}`,
  `https://airtable.com/${BASE}/${TABLE}/viwAbCdEfGhIjKlMn?blocks=hide`,
  `airtable.com/${BASE}/pagAbCdEfGhIjKlMn`,
  `https://airtable.com/invite/l?inviteId=x&next=/${BASE}`,
])('the base id is found in %j', (text) => {
  expect(parseBaseId(text)).toBe(BASE);
});

test.each(['', 'mes deals', 'appPasserelle001', `${BASE}2`, `x${BASE}`, 'APPPASSERELLE0001', TABLE])(
  'no base id is found in %j',
  (text) => {
    expect(parseBaseId(text)).toBeNull();
  },
);

test('the table id is found in a link and alone, and not where there is none', () => {
  expect(parseTableId(`https://airtable.com/${BASE}/${TABLE}/viwAbCdEfGhIjKlMn`)).toBe(TABLE);
  expect(parseTableId(TABLE)).toBe(TABLE);
  expect(parseTableId(`https://airtable.com/${BASE}`)).toBeNull();
  expect(parseTableId('Deals')).toBeNull();
});
