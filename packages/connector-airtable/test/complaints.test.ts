import { connectTo, expectFailure, Session } from '@passerelle/connector/suite';
import { airtableFaults } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { airtable } from '../src/index.ts';
import { BASE_ID, startAirtable, TABLE_ID } from './airtable-under-test.ts';

/** What users of other tools complain about, in public issues, and what Passerelle does instead. */
const harness = { definition: airtable, rateLimits: [], start: () => startAirtable() };
const HOUR_MS = 3_600_000;

async function open(options: Parameters<typeof startAirtable>[0] = {}) {
  const vendor = await startAirtable(options);
  const session = await Session.open(harness, vendor);
  const { emulator, settings, table } = vendor;
  return {
    vendor,
    session,
    emulator,
    settings,
    table,
    sent: () => emulator.requests.at(-1),
    now: () => new Date(vendor.now()).toISOString(),
    [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose](),
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ text: `Client ${index}` }));

test('an unknown option is refused as an unknown option, not as a missing permission (Airtable/airtable.js#138, gtalarico/pyairtable#137)', async () => {
  await using run = await open();
  const error = await expectFailure(run.session.create([{ choice: 'Gelé' }]), run.settings, 'value_refused');
  expect(error.message).toContain('« Gelé »');
  expect(error.message).toContain('options : « Ouvert », « Fermé »');
  expect(error.message).not.toMatch(/permission/i);
});

test('typecast reaches Airtable, in the body where it counts (n8n-io/n8n#14338, move-coop/parsons#544)', async () => {
  await using run = await open();
  await run.session.createAdding({ text: 'Acme', choice: 'Gelé' }, ['choice']);
  expect(run.sent()?.body).toMatchObject({ typecast: true });
  expect(run.sent()?.query).toEqual({});
  await run.session.createAdding({ text: 'Beta', choice: 'Gelé' }, ['choice']);
  expect(run.sent()?.body).not.toHaveProperty('typecast');
});

test('options are added by writing them, as the metadata cannot (Automations-Project/VSCode-Airtable-Formula#12)', async () => {
  await using run = await open();
  await run.session.createAdding({ choice: 'Gelé' }, ['choice']);
  expect(run.table.field('Status').choices.map(({ name }) => name)).toContain('Gelé');
  expect(run.emulator.recorder.count({ method: 'PATCH', path: '/meta/' })).toBe(0);
});

test('columns that are empty in every row are in the schema and read as empty (airbytehq/airbyte#17794, #11757, n8n-io/n8n#13713, #15892, Budibase/budibase#1027)', async () => {
  await using run = await open();
  await run.vendor.addRows([{ text: 'Acme' }, {}]);
  expect(run.session.schema.columns).toHaveLength(6);
  const { records } = await run.session.readPage(null);
  for (const record of records)
    expect(Object.keys(record.cells).sort()).toEqual([...run.session.columnIds].sort());
  expect(run.session.cell(records[1], 'number')).toBeNull();
});

test('a schema that cannot be refreshed is an error to wait out, never a table without columns (airbytehq/airbyte#61385, #59205)', async () => {
  await using run = await open();
  run.emulator.faults.add(airtableFaults.htmlPage(), { kind: 'answer', status: 200, body: { tables: [] } });
  const { connector } = run.session;
  expect((await expectFailure(connector.schema(), run.settings, 'vendor_down')).retryable).toBe(true);
  await expectFailure(connector.schema(), run.settings, 'access_lost');
  expect((await connector.schema()).columns).toEqual(run.session.schema.columns);
});

test('rows that did not change are not listed again and again, and changes are not missed (PipedreamHQ/pipedream#1081, n8n-io/n8n#16831)', async () => {
  await using run = await open();
  const [, edited = ''] = await run.vendor.addRows(many(5));
  run.vendor.advanceClock(HOUR_MS);
  const since = run.now();
  expect((await run.session.readChanges(since)).records).toEqual([]);
  await run.vendor.editRow(edited, { number: 1 });
  for (let poll = 0; poll < 2; poll += 1) {
    const { records } = await run.session.readChanges(since);
    expect(records.map(({ externalId }) => externalId)).toEqual([edited]);
  }
  expect(String(run.sent()?.query.filterByFormula)).toContain('DATETIME_PARSE(');
});

test('the creation time does not pass for the time of the last edit (infiniflow/ragflow#19032)', async () => {
  await using run = await open();
  const [old = ''] = await run.vendor.addRows([{ text: 'Acme' }]);
  run.vendor.advanceClock(24 * HOUR_MS);
  const since = run.now();
  await run.vendor.editRow(old, { number: 2 });
  const [record] = (await run.session.readChanges(since)).records;
  expect(record).toMatchObject({ externalId: old, editedAt: null });
  expect(Date.parse(record?.createdAt ?? '')).toBeLessThan(Date.parse(since));
});

test('polling asks for changed rows only, one call where nothing changed (PipedreamHQ/pipedream#15982; monthly quotas)', async () => {
  await using run = await open();
  await run.vendor.addRows(many(450));
  run.vendor.advanceClock(HOUR_MS);
  const before = run.emulator.requests.length;
  const page = await run.session.readChanges(run.now());
  expect(page.certificate).toMatchObject({ rows: 0, pages: 1 });
  expect(run.emulator.requests.length - before).toBe(1);
});

test('a large table is handed over a page at a time, as fast as it is asked for (PipedreamHQ/pipedream#15990, #16044)', async () => {
  await using run = await open();
  await run.vendor.addRows(many(1_050));
  const before = run.emulator.requests.length;
  const page = await run.session.readPage(null);
  expect(page.records).toHaveLength(100);
  expect(page.cursor?.length).toBeLessThan(200);
  expect(run.emulator.requests.length - before).toBe(1);
});

test('a write touches nothing but the cells it was given: no bookkeeping column starts another round (crownheightsaid/mutual-aid-app#5)', async () => {
  await using run = await open();
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme', notes: 'a', number: 1 }]);
  await run.session.update(id, { number: 2 });
  expect(run.sent()?.body).toMatchObject({ records: [{ id, fields: { [run.session.ids.number]: 2 } }] });
  expect(run.table.record(id)?.fields).toMatchObject({ Name: 'Acme', Notes: 'a', Amount: 2 });
});

test('a listing by POST goes on from its offset and ends (Airtable/airtable.js#317, #275, gtalarico/pyairtable#415, bergant/airtabler#3)', async () => {
  const fields = Array.from(
    { length: 480 },
    (_, index) => ({ name: `T${index}`, type: 'singleLineText' }) as const,
  );
  await using run = await open({ fields });
  await run.vendor.addRows(many(250));
  const columnIds = run.session.schema.columns.map(({ id }) => id);
  const seen = new Set<string>();
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page = await run.session.connector.readPage({ schema: run.session.schema, columnIds, cursor });
    for (const { externalId } of page.records) seen.add(externalId);
    cursor = page.cursor;
    pages += 1;
  } while (cursor !== null && pages < 10);
  expect({ pages, rows: seen.size }).toEqual({ pages: 3, rows: 250 });
  expect(run.emulator.recorder.count({ method: 'POST', path: 'listRecords' })).toBe(3);
});

test('a cursor that expired under a slow reader asks for a new listing, which comes to its end (simonw/airtable-export#7)', async () => {
  await using run = await open();
  await run.vendor.addRows(many(150));
  const { cursor } = await run.session.readPage(null);
  run.vendor.advanceClock(HOUR_MS);
  const error = await expectFailure(run.session.readPage(cursor), run.settings, 'cursor_expired');
  expect(error.message).toContain('reprendre depuis le début');
  const again = await run.session.readPage(null);
  expect((await run.session.readPage(again.cursor)).certificate).toMatchObject({ complete: true, rows: 150 });
});

test('after a 429 the connector waits the full 30 seconds, and sends nothing by itself (Airtable/airtable.js#110, gtalarico/pyairtable#142, #427)', async () => {
  await using run = await open();
  run.emulator.faults.add(airtableFaults.rateLimited());
  const before = run.emulator.requests.length;
  const error = await expectFailure(run.session.readPage(null), run.settings, 'rate_limited');
  expect(error.retryAfterMs).toBeGreaterThanOrEqual(30_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(35_000);
  expect(run.emulator.requests.length - before).toBe(1);
});

test('a write that met a 5xx is not repeated but looked for, so that no row is doubled (bluedotimpact/bluedot#2976, Airtable/airtable.js#348)', async () => {
  await using run = await open();
  run.emulator.faults.add(airtableFaults.serverErrorAfterCommit({ match: { method: 'POST' } }));
  await expectFailure(run.session.create([{ text: 'Acme' }]), run.settings, 'outcome_unknown');
  expect(run.emulator.recorder.count({ method: 'POST' })).toBe(1);
  expect(await run.session.findByText('Acme')).toHaveLength(1);
});

test('one malformed record leaves the whole batch unwritten, to be sent again without it (gtalarico/pyairtable#255)', async () => {
  await using run = await open();
  const rows = [...many(9), { text: 'Acme', number: 'beaucoup' }];
  await expectFailure(run.session.create(rows), run.settings, 'value_refused');
  expect(run.table.count).toBe(0);
  expect(await run.session.create(rows.slice(0, 9))).toHaveLength(9);
});

test('a row that was deleted meanwhile fails its batch as such, and the others go through without it (domdomegg/airtable-mcp-server#28)', async () => {
  await using run = await open();
  const [gone = '', kept = ''] = await run.vendor.addRows(many(2));
  run.vendor.deleteRow(gone);
  const { connector, schema, columnIds, ids } = run.session;
  const write = (...rows: string[]) => {
    const items = rows.map((externalId) => ({ externalId, cells: { [ids.number]: 9 } }));
    return connector.writeBatch({ schema, columnIds, items });
  };
  await expectFailure(write(gone, kept), run.settings, 'record_gone');
  expect(run.table.record(kept)?.fields).not.toHaveProperty('Amount');
  await write(kept);
  expect(run.table.record(kept)?.fields).toMatchObject({ Amount: 9 });
});

test('a refused value is told by column, value and remedy, not as 422 (gtalarico/pyairtable#56)', async () => {
  await using run = await open();
  const error = await expectFailure(
    run.session.create([{ number: 'beaucoup' }]),
    run.settings,
    'value_refused',
  );
  expect(error.message).toContain('« Amount »');
  expect(error.message).toContain('"beaucoup"');
  expect(error.message).toContain('Corrigez la valeur');
  run.emulator.faults.add({ kind: 'answer', status: 422, body: { error: { type: 'FAILED_STATE_CHECK' } } });
  const bare = await expectFailure(run.session.create([{ text: 'Acme' }]), run.settings, 'value_refused');
  expect(bare.message).toContain('« FAILED_STATE_CHECK »');
});

test('a renamed column goes on being read, found and written by its id (gtalarico/pyairtable#194, #430)', async () => {
  await using run = await open();
  await run.vendor.addRows([{ text: 'Acme' }]);
  run.table.renameField('Name', 'Client {principal}');
  const [found] = await run.session.findByText('Acme');
  await run.session.update(found?.externalId ?? '', { text: 'Acme SA' });
  expect(run.table.records()[0]?.fields).toEqual(
    expect.objectContaining({ 'Client {principal}': 'Acme SA' }),
  );
});

test('the empty rows of a new table can be told from deals: every mapped cell of theirs is empty (PipedreamHQ/pipedream#695)', async () => {
  await using run = await open();
  run.table.addRecords([{}, {}, {}]);
  const { connector, schema, ids } = run.session;
  const columnIds = [ids.text, ids.number, ids.date];
  const { records } = await connector.readPage({ schema, columnIds, cursor: null });
  expect(records.map(({ cells }) => Object.values(cells))).toEqual(
    Array.from({ length: 3 }, () => [null, null, null]),
  );
});

test('no token of another kind is asked for, and none is ever sent in an address (retired API keys)', async () => {
  await using run = await open();
  await connectTo(harness, run.vendor).test({ columns: [] });
  for (const { query, path } of run.emulator.requests) {
    expect(JSON.stringify({ query, path })).not.toContain(run.settings.token);
    expect(path.startsWith(`/v0/${BASE_ID}/${TABLE_ID}`) || path.startsWith('/v0/meta/')).toBe(true);
  }
});
