import { readFileSync } from 'node:fs';
import { countLosses, probeType } from '@passerelle/connector/type-table';
import { expect, test } from 'vitest';
import { isKnownType } from '../src/table/field-rules.ts';
import { AIRTABLE_TYPES_PAGE, probeAirtableTypes, renderAirtableTypes } from './types/airtable-type-table.ts';
import { AIRTABLE_TYPES } from './types/airtable-types.ts';
import { startAirtableTypes } from './types/start-airtable-types.ts';

/** Every type of the Web API's « field types and cell values »; `manualSort` holds nothing for anybody. */
const DOCUMENTED =
  'singleLineText multilineText richText email url phoneNumber number currency percent duration rating checkbox date dateTime singleSelect multipleSelects singleCollaborator multipleCollaborators multipleRecordLinks multipleAttachments multipleLookupValues rollup formula count autoNumber createdTime lastModifiedTime createdBy lastModifiedBy barcode button aiText externalSyncSource'.split(
    ' ',
  );

test('every field type is read, and written, cleared and given back or refused: none is lost, and the page in docs says so', async () => {
  const probes = await probeAirtableTypes();
  const lost = probes.filter((probe) => JSON.stringify(probe).includes('"lost"'));
  expect(lost).toEqual([]);
  expect(countLosses(probes)).toBe(0);
  // When it differs: npm run generate.
  expect(renderAirtableTypes(probes)).toBe(readFileSync(AIRTABLE_TYPES_PAGE, 'utf8'));
});

test('the table holds every documented type', () => {
  expect([...new Set(AIRTABLE_TYPES.map(({ type }) => type))].sort()).toEqual([...DOCUMENTED].sort());
  expect(DOCUMENTED.filter((type) => !isKnownType(type))).toEqual([]);
});

test('a value that comes back changed, or is taken where it should be refused, is counted as lost', async () => {
  await using types = await startAirtableTypes();
  const wrong = { type: 'number', column: 'number', reads: 5, writes: ['5'], refuses: [7] };
  const probe = await probeType(types, wrong);
  expect([probe.read, probe.write].map(({ verdict }) => verdict)).toEqual(['lost', 'lost']);
  expect(countLosses([probe])).toBe(2);
});
