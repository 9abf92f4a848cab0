import { RateLimiterPool } from '@passerelle/connector';
import type { TypesUnderTest } from '@passerelle/connector/type-table';
import { FakeClock, startAirtableEmulator } from '@passerelle/emulators';
import { airtable } from '../../src/index.ts';
import { AIRTABLE_TYPES, type AirtableTypeCase, LINKED } from './airtable-types.ts';

const TOKEN = 'patTypes0000000001.0123456789abcdef';
const BASE_ID = 'appTypes000000001';
const TABLE_ID = 'tblTypes000000001';

/** Types whose cells come from the linked rows. */
const LINKING = new Set(['multipleRecordLinks', 'multipleLookupValues', 'count']);

/** An emulated Airtable with a column of every type, and a connection to it. */
export async function startAirtableTypes(): Promise<TypesUnderTest> {
  const fields = AIRTABLE_TYPES.map(({ column, field }) => ({ ...field, name: column }));
  const emulator = await startAirtableEmulator({
    tokens: { [TOKEN]: { bases: [BASE_ID] } },
    bases: [{ id: BASE_ID, name: 'CRM', tables: [{ name: 'Types', id: TABLE_ID, fields }, LINKED] }],
    limits: 'off',
    clock: new FakeClock(),
  });
  const clients = emulator.state.table(LINKED.id);
  const links = clients.addRecords([
    { Nom: 'Acme', Ville: 'Paris' },
    { Nom: 'Beta', Ville: 'Lyon' },
  ]);
  const table = emulator.state.table(TABLE_ID);
  const connector = airtable.connect({
    apiUrl: emulator.url,
    token: TOKEN,
    baseId: BASE_ID,
    tableName: 'Types',
    fetch: globalThis.fetch,
    limiters: new RateLimiterPool({ enforced: false }),
  });
  return {
    connector,
    schema: await connector.schema(),
    cases: AIRTABLE_TYPES,
    addRow: (typeCase) => {
      const { column, stored } = typeCase as AirtableTypeCase;
      if (LINKING.has(typeCase.type)) return table.addRecord({ multipleRecordLinks: links });
      return table.addRecord(stored === undefined ? {} : { [column]: stored });
    },
    addEmptyRow: () => table.addRecord({}),
    held: (id, { column }) => table.record(id)?.fields[column],
    countRows: () => table.count,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}
