import { afterEach } from 'vitest';
import {
  type NotionEmulator,
  type NotionEmulatorOptions,
  type NotionVersion,
  startNotionEmulator,
} from '../../src/index.ts';

export const TOKEN = 'ntn_test';
export const DATABASE = 'd0d0d0d0-0000-4000-8000-000000000001';
export const SOURCE = '50505050-0000-4000-8000-000000000001';
const CLIENTS_DATABASE = 'd0d0d0d0-0000-4000-8000-000000000002';
export const CLIENTS = '50505050-0000-4000-8000-000000000002';

const started: NotionEmulator[] = [];

afterEach(async () => {
  for (const emulator of started.splice(0)) await emulator.close();
});

/** An answer of the emulator. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** An emulator with one token that may do everything, and no limits. Closed after the test. */
export async function startEmulator(options: NotionEmulatorOptions) {
  const emulator = await startNotionEmulator({
    tokens: { [TOKEN]: { name: 'Passerelle' } },
    limits: 'off',
    ...options,
  });
  started.push(emulator);
  return { emulator, send: sender(emulator) };
}

/** The same with two tables, deals and their clients. */
export async function startDeals(options: NotionEmulatorOptions = {}) {
  const { emulator, send } = await startEmulator({
    databases: [
      {
        id: DATABASE,
        title: 'Deals',
        dataSources: [
          {
            id: SOURCE,
            properties: {
              Name: 'title',
              Status: {
                type: 'status',
                options: ['Prospect', { name: 'Won', group: 'Complete', color: 'green' }],
              },
              Amount: { type: 'number', format: 'euro' },
              Sector: { type: 'select', options: ['BTP', 'Santé'] },
              Tags: { type: 'multi_select', options: ['chaud', 'froid'] },
              'Due Date': 'date',
              Signed: 'checkbox',
              Site: 'url',
              Mail: 'email',
              Phone: 'phone_number',
              Notes: 'rich_text',
              Owner: 'people',
              Papers: 'files',
              Client: { type: 'relation', dataSource: CLIENTS, mirror: 'Deals' },
              Score: 'formula',
              Number: { type: 'unique_id', prefix: 'AFF' },
              Created: 'created_time',
              Edited: 'last_edited_time',
              Author: 'created_by',
            },
          },
        ],
      },
      {
        id: CLIENTS_DATABASE,
        title: 'Clients',
        dataSources: [
          {
            id: CLIENTS,
            properties: {
              Name: 'title',
              Total: { type: 'rollup', relation: 'Deals', property: 'Amount', function: 'sum' },
              Amounts: { type: 'rollup', relation: 'Deals', property: 'Amount', function: 'show_original' },
            },
          },
        ],
      },
    ],
    ...options,
  });
  return {
    emulator,
    send,
    deals: emulator.state.dataSource(SOURCE),
    clients: emulator.state.dataSource(CLIENTS),
  };
}

/** Sends requests as a client would. */
function sender(emulator: NotionEmulator) {
  return async (
    method: string,
    path: string,
    options: {
      body?: unknown;
      version?: NotionVersion | string | null;
      token?: string | null;
      raw?: string;
    } = {},
  ): Promise<Answer> => {
    const { body, version = '2025-09-03', token = TOKEN, raw } = options;
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(version === null ? {} : { 'notion-version': version }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const received = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: isJson ? JSON.parse(received) : received,
      headers: response.headers,
    };
  };
}

/** What stands at a path of members and positions. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === String(step))?.[1];
  }
  return found;
}

/** A list that stands at a path. */
export function list(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The texts of a property, in the order of the results. */
export function titles(answer: Answer): string[] {
  return list(answer.body, 'results').map((page) =>
    list(page, 'properties', 'Name', 'title')
      .map((item) => at(item, 'plain_text'))
      .join(''),
  );
}

/** The message of an error. */
export function message(answer: Answer): string {
  return String(at(answer.body, 'message'));
}
