import { OPTIONS, type RoleCells, type VendorFault, type VendorUnderTest } from '@passerelle/connector/suite';
import {
  type Fault,
  type NotionEmulatorOptions,
  notionFaults,
  RunningClock,
  type SchemaSeed,
  startNotionEmulator,
} from '@passerelle/emulators';
import { DATABASE_ID, TABLE_ID, TOKEN } from './connect.ts';

const COLUMNS = {
  text: 'Name',
  notes: 'Notes',
  number: 'Amount',
  date: 'Due Date',
  choice: 'Status',
  readOnly: 'Reference',
} as const;

const PROPERTIES: SchemaSeed = {
  Name: 'title',
  Notes: 'rich_text',
  Amount: 'number',
  'Due Date': 'date',
  Status: { type: 'select', options: OPTIONS },
  Reference: { type: 'unique_id', prefix: 'DEAL' },
};

/** An emulated Notion with one database, whose only data source `Deals` has these further columns. */
export async function startNotion(
  options: NotionEmulatorOptions & { readonly properties?: SchemaSeed; readonly strictLimits?: boolean } = {},
) {
  const { properties, strictLimits, databases = [], ...rest } = options;
  const clock = new RunningClock();
  const deals = { id: TABLE_ID, name: 'Deals', properties: { ...PROPERTIES, ...properties } };
  const emulator = await startNotionEmulator({
    tokens: { [TOKEN]: { name: 'Passerelle' } },
    limits: strictLimits ? 'strict' : 'off',
    clock,
    ...rest,
    databases: [{ id: DATABASE_ID, title: 'Deals', dataSources: [deals] }, ...databases],
  });
  const table = emulator.state.dataSource(TABLE_ID);
  const vendor: VendorUnderTest = {
    settings: { apiUrl: emulator.url, token: TOKEN, baseId: DATABASE_ID, tableName: null },
    absentBaseId: 'ab5e0000-0000-4000-8000-00000000ab5e',
    columns: COLUMNS,
    addRows: (rows) => table.addRows(rows.map(byName)),
    countRows: () => table.count,
    editRow: (id, cells) => table.patchRow(id, byName(cells)),
    now: () => emulator.clock.now(),
    advanceClock: (ms) => clock.advance(ms),
    deleteRow: (id) => table.deleteRows(id),
    renameColumn: (role, name) => table.renameProperty(COLUMNS[role], name),
    expireCursors: () => emulator.expireCursors(),
    requests: () => emulator.requests,
    strike: (fault) => {
      // One fault per way of reading or writing; those that did not strike must not linger.
      emulator.faults.clear();
      emulator.faults.add(...faultsOf(fault));
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
  return { ...vendor, emulator, table };
}

function byName(cells: RoleCells): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(cells).map(([role, value]) => [
      COLUMNS[role as keyof typeof COLUMNS],
      typeof value === 'number' || typeof value === 'string' ? value : null,
    ]),
  );
}

const READS = [{ method: 'GET' }, { method: 'POST', path: /\/query$/ }];
const WRITES = [
  { method: 'POST', path: /\/pages$/ },
  { method: 'PATCH', path: /\/pages\// },
];

function faultsOf({ on, kind, delayMs }: VendorFault): Fault[] {
  return (on === 'read' ? READS : WRITES).map((match) => ({ ...wireFault(kind, delayMs), match }));
}

function wireFault(kind: VendorFault['kind'], delayMs: number | undefined): Fault {
  switch (kind) {
    case 'drop-before':
      return notionFaults.dropped();
    case 'drop-after':
      return notionFaults.droppedAfterCommit();
    case 'delay':
      return { kind: 'delay', delayMs };
    case 'html-200':
      return { kind: 'answer', when: 'after', status: 200, body: '<html></html>' };
    case 'html-502':
      return notionFaults.htmlPage();
    case 'unavailable':
      return notionFaults.unavailable();
    case 'error-after':
      return { ...notionFaults.internalError(), when: 'after' };
    case 'too-many':
      return notionFaults.rateLimited('public_api_request_rate_limit');
  }
}
