import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AIRTABLE_CHECKLIST, NOTION_CHECKLIST } from './checklist.ts';

describe.each([
  ['Airtable', AIRTABLE_CHECKLIST, 12],
  ['Notion', NOTION_CHECKLIST, 13],
] as const)('the checklist of %s', (_vendor, checklist, lines) => {
  test.each(checklist)('$behaviour: the tests named exist', ({ file, titles }) => {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    const isTitle = (title: string) => source.includes(`'${title}'`);
    expect(titles.filter((title) => !isTitle(title))).toEqual([]);
  });

  test('has tests for every line', () => {
    const numbers = new Set(checklist.map(({ behaviour }) => Number.parseInt(behaviour, 10)));
    expect([...numbers]).toEqual(Array.from({ length: lines }, (_, index) => index + 1));
  });
});
