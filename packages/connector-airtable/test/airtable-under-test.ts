import type { RoleCells, VendorFault, VendorUnderTest } from '@passerelle/connector/suite';
import { OPTIONS } from '@passerelle/connector/suite';
import { type BaseSeed, type FieldSeed, RunningClock, startAirtableEmulator } from '@passerelle/emulators';

export const TOKEN = 'patSuite0000000001.0123456789abcdef';
export const BASE_ID = 'appSuite000000001';
export const TABLE_ID = 'tblSuite000000001';

const FIELDS: readonly FieldSeed[] = [
  { name: 'Name', type: 'singleLineText' },
  { name: 'Notes', type: 'multilineText' },
  { name: 'Amount', type: 'currency' },
  { name: 'Due Date', type: 'date' },
  { name: 'Status', type: 'singleSelect', choices: OPTIONS },
  { name: 'Reference', type: 'autoNumber' },
];

const COLUMNS = {
  text: 'Name',
  notes: 'Notes',
  number: 'Amount',
  date: 'Due Date',
  choice: 'Status',
  readOnly: 'Reference',
} as const;

/** An emulated Airtable with one base: the table `Deals` with these further columns, and these further tables. */
export async function startAirtable(
  options: {
    strictLimits?: boolean;
    fields?: readonly FieldSeed[];
    tables?: BaseSeed['tables'];
    monthlyCalls?: number;
  } = {},
) {
  const deals = { name: 'Deals', id: TABLE_ID, fields: [...FIELDS, ...(options.fields ?? [])] };
  const clock = new RunningClock();
  const emulator = await startAirtableEmulator({
    tokens: { [TOKEN]: { bases: [BASE_ID] } },
    bases: [{ id: BASE_ID, name: 'CRM', tables: [deals, ...(options.tables ?? [])] }],
    limits: options.strictLimits ? 'strict' : 'off',
    clock,
  });
  const table = emulator.state.table(TABLE_ID);
  const vendor: VendorUnderTest = {
    settings: { apiUrl: emulator.url, token: TOKEN, baseId: BASE_ID, tableName: 'Deals' },
    absentBaseId: 'appAbsent00000001',
    columns: COLUMNS,
    addRows: (rows) => table.addRecords(rows.map(byName)),
    countRows: () => table.count,
    editRow: (id, cells) => table.patchRecord(id, byName(cells)),
    now: () => clock.now(),
    advanceClock: (ms) => clock.advance(ms),
    deleteRow: (id) => table.deleteRecord(id),
    renameColumn: (role, name) => table.renameField(COLUMNS[role], name),
    expireCursors: () => emulator.state.forgetIterators(),
    requests: () => emulator.requests,
    strike: (fault) => emulator.faults.add(...faultsOf(fault)),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
  return { ...vendor, emulator, table };
}

function byName(cells: RoleCells): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).map(([role, value]) => [COLUMNS[role as keyof typeof COLUMNS], value]),
  );
}

const HTML = '<html><body>Bad gateway</body></html>';

/** Airtable's words for each fault; its writes are all but its GET and the listing by POST, which is not struck. */
function faultsOf({ on, kind, delayMs }: VendorFault) {
  const wire = {
    'drop-before': { kind: 'drop', when: 'before' },
    'drop-after': { kind: 'drop', when: 'after' },
    delay: { kind: 'delay', delayMs },
    'html-200': { kind: 'answer', when: 'after', status: 200, body: HTML },
    'html-502': { kind: 'answer', when: 'before', status: 502, body: HTML },
    unavailable: { kind: 'answer', status: 503, body: { error: { type: 'RETRIABLE_ERROR' } } },
    'error-after': { kind: 'answer', when: 'after', status: 500, body: { error: { type: 'SERVER_ERROR' } } },
    'too-many': {
      kind: 'answer',
      status: 429,
      body: { error: { type: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded. Please try again later' } },
    },
  } as const;
  const methods = on === 'read' ? ['GET'] : ['POST', 'PATCH', 'DELETE'];
  return methods.map((method) => ({ ...wire[kind], match: { method } }));
}
