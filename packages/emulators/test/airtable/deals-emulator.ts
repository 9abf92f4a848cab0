import {
  type AirtableEmulator,
  type AirtableEmulatorOptions,
  startAirtableEmulator,
} from '../../src/airtable/index.ts';
import { FakeClock } from '../../src/core/index.ts';

export const BASE = 'appDealsTest00001';
export const OTHER_BASE = 'appOtherBase00001';

/** An emulator with a small table of deals, no limits and a clock that stands still; options override. */
export async function startDeals(options: AirtableEmulatorOptions = {}) {
  const clock = new FakeClock('2026-04-24T15:00:00.500Z');
  const emulator = await startAirtableEmulator({
    clock,
    limits: 'off',
    tokens: {
      full: { bases: [BASE] },
      reader: { bases: [BASE], permissionLevel: 'read' },
      editor: { bases: [BASE], permissionLevel: 'edit' },
      blind: { bases: [BASE], scopes: ['schema.bases:read'] },
    },
    bases: [
      dealsBase(),
      { id: OTHER_BASE, tables: [{ name: 'Deals', fields: [{ name: 'Name', type: 'singleLineText' }] }] },
    ],
    ...options,
  });
  return { emulator, clock, call: callerOf(emulator), deals: emulator.state.table('Deals', BASE) };
}

const dealsBase = () =>
  ({
    id: BASE,
    name: 'Ventes',
    tables: [
      {
        name: 'Deals',
        id: 'tblDeals000000001',
        fields: [
          { name: 'Name', type: 'singleLineText', id: 'fldName0000000001' },
          { name: 'Amount', type: 'currency' },
          { name: 'Status', type: 'singleSelect', choices: ['prospect', 'gagné'] },
          { name: 'Tags', type: 'multipleSelects', choices: ['a', 'b'] },
          { name: 'Due Date', type: 'date' },
          { name: 'Met', type: 'dateTime' },
          { name: 'Signed', type: 'checkbox' },
          { name: 'Stars', type: 'rating' },
          { name: 'Client', type: 'multipleRecordLinks', options: { linkedTableId: 'tblClients0000001' } },
          { name: 'Ratio', type: 'formula', options: { formula: '{Amount} / 0' } },
          { name: 'Changed', type: 'lastModifiedTime' },
        ],
        views: [
          { name: 'Tout', id: 'viwTout0000000001' },
          { name: 'Gros', filter: '{Amount} >= 1000', sort: [{ field: 'Amount', direction: 'desc' }] },
        ],
      },
      {
        name: 'Clients',
        id: 'tblClients0000001',
        fields: [{ name: 'Name', type: 'singleLineText' }],
      },
    ],
  }) as const;

export interface Answer {
  status: number;
  body: AirtableBody;
}

interface AirtableBody {
  error?: string | { type: string; message?: string };
  records?: { id: string; createdTime: string; fields: Record<string, unknown>; deleted?: boolean }[];
  offset?: string;
  id?: string;
  fields?: Record<string, unknown>;
  updatedRecords?: string[];
  createdRecords?: string[];
  [key: string]: unknown;
}

/** Sends requests as a client would: method and path under `/v0`, a JSON body, a token. */
function callerOf(emulator: AirtableEmulator) {
  return async (line: string, body?: unknown, token: string | null = 'full'): Promise<Answer> => {
    const [method = 'GET', path = ''] = line.split(' ');
    const response = await fetch(`${emulator.url}${path.replace('@', `/${BASE}/Deals`)}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as AirtableBody };
  };
}

/** The ids and cells of a page, for comparisons that ignore times. */
export const namesOf = (answer: Answer): unknown[] =>
  (answer.body.records ?? []).map(({ fields }) => fields.Name);
