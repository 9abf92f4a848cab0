import { readFileSync } from 'node:fs';
import { countLosses } from '@passerelle/connector/type-table';
import { expect, test } from 'vitest';
import { columnRule } from '../src/table/column-rules.ts';
import { NOTION_TYPES_PAGE, probeNotionTypes, renderNotionTypes } from './types/notion-type-table.ts';
import { NOTION_TYPES } from './types/notion-types.ts';

/** Every property type of the reference that has a value of its own. */
const DOCUMENTED =
  'title rich_text number select multi_select status date people relation checkbox url email phone_number files formula rollup unique_id created_time last_edited_time created_by last_edited_by place verification button'.split(
    ' ',
  );

test('every property type is read, and written, cleared and given back or refused: none is lost, and the page in docs says so', async () => {
  const probes = await probeNotionTypes();
  const lost = probes.filter((probe) => JSON.stringify(probe).includes('"lost"'));
  expect(lost).toEqual([]);
  expect(countLosses(probes)).toBe(0);
  // When it differs: npm run generate.
  expect(renderNotionTypes(probes)).toBe(readFileSync(NOTION_TYPES_PAGE, 'utf8'));
});

test('the table holds every documented type, and a type we do not know is never written', () => {
  expect([...new Set(NOTION_TYPES.map(({ type }) => type))].sort()).toEqual([...DOCUMENTED].sort());
  for (const type of [...DOCUMENTED, 'location', 'last_visited_time']) {
    expect(columnRule(type).readOnlyReason ?? '').not.toContain('ne connaît pas');
  }
  expect(columnRule('hologram')).toMatchObject({ kind: 'other', changesListed: false });
  expect(columnRule('hologram').readOnlyReason).toContain('« hologram »');
});
