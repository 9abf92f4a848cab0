import type { TypesUnderTest } from '@passerelle/connector/type-table';
import { FakeClock, startNotionEmulator } from '@passerelle/emulators';
import * as z from 'zod';
import { connect, DATABASE_ID, TABLE_ID, TOKEN } from '../support/connect.ts';
import { LINKED_ROWS, NOTION_TYPES, type NotionTypeCase, PERSON } from './notion-types.ts';

const Page = z.object({ properties: z.record(z.string(), z.unknown()) });

/** An emulated Notion with a property of every type, and a connection to it. */
export async function startNotionTypes(): Promise<TypesUnderTest> {
  const emulator = await startNotionEmulator({
    tokens: { [TOKEN]: { name: 'Passerelle' } },
    people: [PERSON],
    limits: 'off',
    clock: new FakeClock(),
    databases: [
      {
        id: DATABASE_ID,
        title: 'Types',
        dataSources: [
          {
            id: TABLE_ID,
            properties: Object.fromEntries(NOTION_TYPES.map(({ column, property }) => [column, property])),
            rows: LINKED_ROWS,
          },
        ],
      },
    ],
  });
  const table = emulator.state.dataSource(TABLE_ID);
  const connector = connect(emulator.url);

  /** As another client of the API. */
  async function call(method: 'GET' | 'PATCH', id: string, properties?: object) {
    const response = await fetch(`${emulator.url}/pages/${id}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'notion-version': '2025-09-03',
        'content-type': 'application/json',
      },
      ...(properties === undefined ? {} : { body: JSON.stringify({ properties }) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return Page.parse(await response.json());
  }

  async function addRow(typeCase: NotionTypeCase): Promise<string> {
    const { type, column, stored, computed } = typeCase;
    const id = table.addRow({});
    if (computed !== undefined) table.setComputed(id, column, computed);
    if (type === 'rollup') table.patchRow(id, { relation: LINKED_ROWS.map(({ $id }) => $id) });
    if (stored !== undefined) await call('PATCH', id, { [column]: { [type]: stored } });
    return id;
  }

  return {
    connector,
    schema: await connector.schema(),
    cases: NOTION_TYPES,
    addRow: (typeCase) => addRow(typeCase as NotionTypeCase),
    addEmptyRow: () => table.addRow({}),
    held: async (id, { column }) => (await call('GET', id)).properties[column],
    countRows: () => table.count,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}
