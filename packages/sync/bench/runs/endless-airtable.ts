import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * Serves an Airtable table of as many deals as asked, without limits, in a process of its own. Each page is made when
 * it is asked for and what is written is answered and forgotten, so that a million rows cost it nothing: the emulator
 * holds its rows, as it has to.
 */
const count = Number(process.argv[2]);

const BASE = 'appBench000000001';
const TABLE = 'tblBench000000001';

const FIELDS = [
  { id: 'fldName0000000001', name: 'Name', type: 'singleLineText' },
  {
    id: 'fldStatus00000002',
    name: 'Status',
    type: 'singleSelect',
    options: { choices: [{ name: 'prospect' }] },
  },
  { id: 'fldAmount00000003', name: 'Amount', type: 'currency', options: { precision: 2, symbol: '€' } },
  { id: 'fldSector00000004', name: 'Sector', type: 'singleLineText' },
  { id: 'fldDueDate0000005', name: 'Due Date', type: 'date', options: { dateFormat: { name: 'iso' } } },
  { id: 'fldAssignee000006', name: 'Assignee', type: 'singleLineText' },
  { id: 'fldNotes000000007', name: 'Notes', type: 'multilineText' },
];
const [name, status, amount, sector, dueDate, assignee, notes] = FIELDS.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

interface Wire {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function recordAt(index: number): Wire & { createdTime: string } {
  return {
    id: `rec${String(index).padStart(14, '0')}`,
    createdTime: '2026-01-05T08:00:00.000Z',
    fields: {
      [name]: `Client ${index}`,
      [status]: 'prospect',
      [amount]: 1000 + (index % 5000) + 0.5,
      [sector]: 'Industrie',
      [dueDate]: '2026-12-24',
      [assignee]: 'Claire Dubois',
      [notes]: 'Rencontrée au salon, à rappeler avant la fin du mois.',
    },
  };
}

function page(query: URLSearchParams) {
  const size = Number(query.get('pageSize'));
  const from = Number(query.get('offset') ?? 0);
  const to = Math.min(count, from + size);
  const records = Array.from({ length: to - from }, (_, index) => recordAt(from + index));
  return to < count ? { records, offset: String(to) } : { records };
}

async function written(request: IncomingMessage) {
  const { records } = (await json(request)) as { records: readonly Wire[] };
  return {
    records: records.map(({ id, fields }) => {
      const before = recordAt(Number(id.slice(3)));
      return { ...before, fields: { ...before.fields, ...fields } };
    }),
  };
}

async function answerTo(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bench');
  if (pathname === `/v0/meta/bases/${BASE}/tables`) {
    return { tables: [{ id: TABLE, name: 'Deals', primaryFieldId: name, fields: FIELDS }] };
  }
  if (request.method !== 'GET') return written(request);
  const [, index] = /\/rec(\d+)$/.exec(pathname) ?? [];
  return index === undefined ? page(searchParams) : recordAt(Number(index));
}

// A run may be busy for longer than Node keeps a silent connection open.
const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await answerTo(request)));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v0`);
});
