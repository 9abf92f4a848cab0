import { expectFailure, Session } from '@passerelle/connector/suite';
import { FakeClock, notionFaults } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { notion } from '../src/index.ts';
import { connect, DATABASE_ID, TABLE_ID } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';
import { column, schemaOf } from './support/schema.ts';
import { notionError, startScriptedNotion } from './support/scripted-notion.ts';

/** What users of other tools complain about, in public issues, and what Passerelle does instead. */
const harness = { definition: notion, rateLimits: [], start: () => startNotion() };
const HOUR_MS = 3_600_000;

async function open(options: Parameters<typeof startNotion>[0] = {}) {
  const vendor = await startNotion(options);
  const session = await Session.open(harness, vendor);
  const { emulator, settings, table } = vendor;
  const idOf = (name: string) => session.schema.columns.find((found) => found.name === name)?.id ?? name;
  const { connector, schema } = session;
  /** Writes one cell of a new row, and answers it as it came back. */
  const put = async (
    name: string,
    value: string | readonly string[] | null,
    createOptionsFor: string[] = [],
  ) => {
    const items = [{ externalId: null, cells: { [idOf(name)]: value } }];
    const [record] = await connector.writeBatch({ schema, columnIds: [idOf(name)], items, createOptionsFor });
    return record?.cells[idOf(name)];
  };
  return {
    vendor,
    session,
    emulator,
    settings,
    table,
    idOf,
    put,
    now: () => new Date(vendor.now()).toISOString(),
    [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose](),
  };
}

const EUROPE = '7a000000-0000-4000-8000-0000000000e0';
const several = {
  id: '0d000000-0000-4000-8000-0000000000c1',
  title: 'CRM',
  dataSources: [
    { id: EUROPE, name: 'Europe', properties: { Name: 'title' } },
    { name: 'Asie', properties: { Name: 'title' } },
  ],
} as const;

test('a database of several data sources is read and written by the one chosen, and else they are listed (onyx-dot-app/onyx#8926, langgenius/dify-official-plugins#2167, raycast/extensions#25080, seratch/notion-sdk-jvm#203)', async () => {
  await using run = await open({ databases: [several] });
  const unchosen = connect(run.emulator.url, { baseId: several.id });
  const error = await expectFailure(unchosen.schema(), run.settings, 'table_ambiguous');
  expect(error.message).toMatch(/table_name.*« Europe ».*« Asie »/);
  const connector = connect(run.emulator.url, { baseId: several.id, tableName: 'Europe' });
  const schema = await connector.schema();
  const items = [{ externalId: null, cells: { title: 'Acme' } }];
  await connector.writeBatch({ schema, columnIds: ['title'], items });
  expect((await connector.readPage({ schema, columnIds: ['title'], cursor: null })).records).toHaveLength(1);
  expect(run.emulator.state.dataSource(EUROPE).count).toBe(1);
});

test('search, which misses pages, is never asked (makenotion/notion-sdk-js#114)', async () => {
  await using run = await open();
  await run.vendor.addRows([{ text: 'Acme' }]);
  await run.session.connector.test({ columns: [{ text: 'Name', knownIds: [] }] });
  await run.session.readPage(null);
  expect(await run.session.findByText('Acme')).toHaveLength(1);
  expect(run.emulator.recorder.count({ path: 'search' })).toBe(0);
});

test('several edits of one minute are all met, however the listings fall (agency-kit/notion-cms#116, activepieces/activepieces#4671, n8n-io/n8n#6604, #2645, PipedreamHQ/pipedream#10111, #13773, #18102)', async () => {
  const clock = new FakeClock('2026-11-22T10:00:05.000Z');
  await using run = await open({ clock });
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme', number: 0 }]);
  let since = run.now();
  for (let edit = 1; edit <= 6; edit += 1) {
    clock.advance(9_000);
    await run.vendor.editRow(id, { number: edit });
    const startedAt = new Date(clock.now()).toISOString();
    const { records } = await run.session.readChanges(since);
    expect(records.map((record) => run.session.cell(record, 'number'))).toEqual([edit]);
    since = startedAt;
  }
});

test('changes of a large table are asked for alone, in pages that shrink when Notion gives up (PipedreamHQ/pipedream#16811, airbytehq/airbyte#32004, #31825)', async () => {
  const clock = new FakeClock('2026-11-22T10:00:00.000Z');
  await using run = await open({ clock });
  await run.vendor.addRows(Array.from({ length: 500 }, () => ({ text: 'Acme' })));
  clock.advance(HOUR_MS);
  const since = new Date(clock.now()).toISOString();
  await run.vendor.addRows(Array.from({ length: 70 }, () => ({ text: 'Beta' })));
  run.emulator.faults.add(notionFaults.gatewayTimeout());
  await expectFailure(run.session.readChanges(since), run.settings, 'vendor_down');
  const first = await run.session.readChanges(since);
  const second = await run.session.readChanges(since, first.cursor);
  expect([first.records.length, second.records.length]).toEqual([50, 20]);
  expect(second.certificate).toMatchObject({ complete: false, rows: 70 });
});

test('a change of a column that is not mapped shows no difference (PipedreamHQ/pipedream#9043, #9038)', async () => {
  await using run = await open();
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme', number: 1 }]);
  const { connector, schema, ids } = run.session;
  const read = () => connector.readRecord({ schema, columnIds: [ids.text], externalId: id });
  const before = await read();
  await run.vendor.editRow(id, { notes: 'x' });
  expect((await read())?.cells).toEqual(before?.cells);
});

test('what was just written is told from the answer, and a lagging index is not believed over it (n8n-io/n8n#31739, openai/codex#42686)', async () => {
  const clock = new FakeClock('2026-11-22T10:00:00.000Z');
  await using run = await open({ clock, indexLagMs: 60_000 });
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme', number: 1 }]);
  clock.advance(HOUR_MS);
  const [written] = await run.session.update(id, { number: 2 });
  expect(run.session.cell(written, 'number')).toBe(2);
  expect(run.session.cell(await run.session.readRecord(id), 'number')).toBe(2);
  const since = new Date(clock.now()).toISOString();
  expect((await run.session.readChanges(since)).records).toEqual([]);
  clock.advance(2 * 60_000);
  const [met] = (await run.session.readChanges(since)).records;
  expect(run.session.cell(met, 'number')).toBe(2);
});

test('a cursor that turns invalid half way asks for a new listing, whole (airbytehq/airbyte#26848, #26849, #27062)', async () => {
  await using run = await open();
  await run.vendor.addRows(Array.from({ length: 150 }, () => ({ text: 'Acme' })));
  const { cursor } = await run.session.readPage(null);
  run.emulator.expireCursors();
  await expectFailure(run.session.readPage(cursor), run.settings, 'cursor_expired');
  const again = await run.session.readPage(null);
  expect((await run.session.readPage(again.cursor)).certificate).toMatchObject({ complete: true, rows: 150 });
});

test('has_more: false at the cap is not the end of the table (makenotion/notion-sdk-js#711, #730, #731)', async () => {
  await using run = await open({ queryCap: 20 });
  const rows = Array.from({ length: 50 }, (_, index) => ({
    Name: `Client ${index}`,
    $createdTime: new Date(Date.UTC(2026, 0, 1, 9, index)).toISOString(),
  }));
  const added = run.table.addRows(rows);
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await run.session.readPage(cursor);
    for (const { externalId } of page.records) seen.add(externalId);
    cursor = page.cursor;
  } while (cursor !== null);
  expect(seen).toEqual(new Set(added));
});

test('a 409 of parallel writes has written nothing and may be repeated; two writes go at once, not ten (mariosimao/notion-sdk-php#155, rowthan/pagenote#162, hk21702/YA-GCal-Notion-Sync-Script#65)', async () => {
  await using run = await open();
  run.emulator.faults.add(notionFaults.conflict());
  const error = await expectFailure(run.session.create([{ text: 'Acme' }]), run.settings, 'vendor_down');
  expect(error.retryable).toBe(true);
  expect(run.table.count).toBe(0);
  expect(notion.capabilities.writeConcurrency).toBeLessThanOrEqual(2);
});

test('overload and pages of the proxy are recognised, and status and code kept (makenotion/notion-sdk-js#727, #751, ramnes/notion-sdk-py#293)', async () => {
  await using run = await open();
  run.emulator.faults.add(notionFaults.overloaded({ retryAfterSeconds: 9 }), notionFaults.htmlPage());
  const busy = await expectFailure(run.session.readPage(null), run.settings, 'rate_limited');
  expect(busy).toMatchObject({ status: 529, vendorCode: 'service_overload', retryAfterMs: 9_000 });
  const proxy = await expectFailure(run.session.readPage(null), run.settings, 'vendor_down');
  expect(proxy).toMatchObject({ status: 502, retryable: true });
});

test('a status is set by name in any group, read when set, and null when nobody set it (makenotion/notion-mcp-server#232, #347, PipedreamHQ/pipedream#6310, n8n-io/n8n#15840, raycast/extensions#3109)', async () => {
  const options = [
    'À faire',
    { name: 'En cours', group: 'In progress' },
    { name: 'Fini', group: 'Complete' },
  ] as const;
  await using run = await open({ properties: { Étape: { type: 'status', options } } });
  for (const value of ['En cours', 'Fini', 'en cours']) {
    expect(await run.put('Étape', value)).toBe(value === 'en cours' ? 'En cours' : value);
  }
  const { connector, schema } = run.session;
  const columnIds = [run.idOf('Étape')];
  const untouched = run.table.addRow({ Name: 'Acme' });
  expect((await connector.readRecord({ schema, columnIds, externalId: untouched }))?.cells).toEqual({
    [run.idOf('Étape')]: null,
  });
});

test('relations and people past 25 are read whole (lastorel/pytion#45, 5am-code/laravel-notion-api#150, 4ier/notion-cli#38, framer/plugins#623, Grey-Iris/easy-notion-mcp#35, mariosimao/notion-sdk-php#455)', async () => {
  const people = Array.from({ length: 27 }, (_, index) => ({
    id: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
    name: `Personne ${index}`,
  }));
  await using run = await open({
    people,
    properties: { Liens: { type: 'relation', dataSource: TABLE_ID }, Équipe: 'people' },
  });
  const names = Array.from({ length: 40 }, (_, index) => `Client ${index}`);
  const linked = run.table.addRows(names.map((Name) => ({ Name })));
  const externalId = run.table.addRow({ Name: 'Acme', Liens: linked, Équipe: people.map(({ id }) => id) });
  const columnIds = [run.idOf('Liens'), run.idOf('Équipe')];
  const { connector, schema } = run.session;
  const record = await connector.readRecord({ schema, columnIds, externalId });
  expect(Object.values(record?.cells ?? {})).toEqual([names, people.map(({ name }) => name)]);
});

test('an option with a comma or of more than 100 characters is refused by name before anything is sent (egordm/notionsci#13, lolipopshock/notion-df#1, dvanoni/notero#146, #240, #451)', async () => {
  await using run = await open();
  const status = run.idOf('Status');
  for (const [name, told] of [
    ['Bois, métal', 'virgule'],
    ['x'.repeat(101), '100 caractères'],
  ] as const) {
    const error = await expectFailure(run.put('Status', name, [status]), run.settings, 'value_refused');
    expect(error.message).toContain(told);
    expect(error.message).toContain('« Status »');
  }
  expect(run.emulator.recorder.count({ method: 'POST', path: 'pages' })).toBe(0);
});

test('an option is named without its colour, which cannot then mismatch (jheddings/notional#69)', async () => {
  await using run = await open({
    properties: { Couleur: { type: 'select', options: [{ name: 'Vif', color: 'red' }] } },
  });
  expect(await run.put('Couleur', 'Vif')).toBe('Vif');
  expect(JSON.stringify(run.emulator.requests.at(-1)?.body)).not.toContain('color');
});

test.each(['url', 'email', 'phone_number'] as const)(
  'an empty %s is cleared with null, as an empty text is refused (makenotion/notion-sdk-js#160, lolipopshock/notion-df#4, chiimagnus/SyncNos#215)',
  async (type) => {
    await using run = await open({ properties: { Champ: type } });
    expect(await run.put('Champ', '')).toBeNull();
    expect(await run.put('Champ', null)).toBeNull();
  },
);

test('a text of more than 2,000 characters goes out in pieces and comes back whole (lolipopshock/notion-df#9, makenotion/lore#270)', async () => {
  await using run = await open();
  const text = `${'é'.repeat(1_999)}😀${'x'.repeat(5_000)}`;
  expect(await run.put('Notes', text)).toBe(text);
  expect(await run.put('Name', text)).toBe(text);
});

test('columns that Notion fills in are left out of a write, and named when asked for (mariosimao/notion-sdk-php#249)', async () => {
  await using run = await open();
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme' }]);
  await run.session.update(id, { number: 5 });
  expect(run.emulator.requests.at(-1)?.body).toEqual({
    properties: { [run.session.ids.number]: { number: 5 } },
  });
  const error = await expectFailure(run.session.update(id, { readOnly: 'x' }), run.settings, 'value_refused');
  expect(error.message).toContain('« Reference »');
});

test('« Fix one: » and its lines become one sentence, and most mistakes are told before Notion can say it (makenotion/notion-sdk-js#151, #387, 5am-code/laravel-notion-api#168)', async () => {
  await using run = await open();
  const own = await expectFailure(
    run.session.create([{ date: '31/03/2026' }]),
    run.settings,
    'value_refused',
  );
  expect(own.message).toBe(
    "Colonne « Due Date » : « 31/03/2026 » n'est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-03-31.",
  );
  const words = 'body failed validation. Fix one:\nbody.a should be defined.\nbody.b should be defined.';
  const { body } = notionError(400, 'validation_error', words);
  run.emulator.faults.add({ kind: 'answer', status: 400, body });
  const told = await expectFailure(run.session.create([{ text: 'Acme' }]), run.settings, 'value_refused');
  expect(told.message).not.toContain('\n');
  expect(told.message).toMatch(/^Notion refuse une valeur.*Corrigez-la/);
});

test('a value that Notion took and dropped is not told as written (PipedreamHQ/pipedream#20129)', async () => {
  await using scripted = await startScriptedNotion(() => ({
    body: { object: 'page', id: 'row', properties: { Name: { id: 'title', type: 'title', title: [] } } },
  }));
  const schema = schemaOf([column('title'), column('number')]);
  const items = [{ externalId: 'row', cells: { title: 'Acme', number: 5 } }];
  const columnIds = ['title', 'number'];
  const [record] = await connect(scripted.apiUrl).writeBatch({ schema, columnIds, items });
  expect(record?.cells).toEqual({ title: null, number: { unreadable: expect.any(String) } });
});

test('the version is said with every call, and rows go to a data source, so that a new version changes nothing (dlt-hub)', async () => {
  await using scripted = await startScriptedNotion(({ path }) =>
    path.startsWith('/databases')
      ? { body: { id: DATABASE_ID, data_sources: [{ id: TABLE_ID, name: 'Deals' }] } }
      : { body: { object: 'data_source', id: TABLE_ID, properties: {}, results: [], has_more: false } },
  );
  const connector = connect(scripted.apiUrl);
  const schema = await connector.schema();
  await connector.readPage({ schema, columnIds: [], cursor: null });
  expect(new Set(scripted.requests.map(({ headers }) => headers['notion-version']))).toEqual(
    new Set(['2025-09-03']),
  );
  expect(scripted.requests.at(-1)?.path).toMatch(new RegExp(`^/data_sources/${TABLE_ID}/query`));
});

test('what does not move a row’s time of change is no column whose changes are listed, and the body of a page is never read (dvanoni/notero#571)', async () => {
  const properties = { Marge: 'formula', Contact: 'people', Suivi: 'checkbox' } as const;
  await using run = await open({ properties });
  const { columns } = run.session.schema;
  const isListed = (name: string) => columns.find((found) => found.name === name)?.changesListed;
  expect(['Name', 'Contact', 'Suivi', 'Marge'].map(isListed)).toEqual([true, true, true, false]);
  const [id = ''] = await run.vendor.addRows([{ text: 'Acme' }]);
  await run.session.readPage(null);
  await run.session.readRecord(id);
  await run.session.update(id, { number: 2 });
  // A text typed in the body changes no column: there is nothing of it to miss.
  expect(
    run.emulator.requests.filter(({ path }) => /\/blocks\b|\/children\b|\/markdown\b/.test(path)),
  ).toEqual([]);
});

test('every filter has the shape that its type of column takes: a wrong one is refused or finds nothing (notion-dotnet/notion-sdk-net#365)', async () => {
  const properties = {
    Site: 'url',
    Courriel: 'email',
    Mobile: 'phone_number',
    Stage: { type: 'status', options: ['Gagné'] },
    Tags: { type: 'multi_select', options: ['Tech', 'Santé'] },
  } as const;
  const clock = new FakeClock('2026-11-22T10:00:00.000Z');
  await using run = await open({ properties, clock });
  const row = {
    Name: 'Acme',
    Notes: 'Rappeler',
    Site: 'https://acme.example',
    Courriel: 'a@acme.example',
    Mobile: '+33 1 02 03 04 05',
    Status: 'Ouvert',
    Stage: 'Gagné',
    Tags: ['Tech'],
  };
  const [id = ''] = run.table.addRows([row]);
  run.table.addRows([{ Name: 'Beta' }]);
  const { connector, schema } = run.session;
  for (const [name, held] of [...Object.entries(row), ['Reference', 'DEAL-1'] as const]) {
    const columnId = run.idOf(name);
    const value = String(held);
    const found = await connector.findByText({ schema, columnIds: [columnId], columnId, value });
    expect({ name, found: found.map(({ externalId }) => externalId) }).toEqual({ name, found: [id] });
  }
  clock.advance(HOUR_MS);
  await run.vendor.editRow(id, { number: 3 });
  const { records } = await run.session.readChanges(run.now());
  expect(records.map(({ externalId }) => externalId)).toEqual([id]);
});
