import { RateLimiterPool } from '@passerelle/connector';
import { connectTo, expectFailure, Session } from '@passerelle/connector/suite';
import { notionFaults } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { notion } from '../src/index.ts';
import { DATABASE_ID, TOKEN } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';
import { notionError } from './support/scripted-notion.ts';

/** One test per class of Notion's errors, over HTTP; each status and code by itself is in `refusals.test.ts`. */
const harness = { definition: notion, rateLimits: [], start: () => startNotion() };

async function open(options: Parameters<typeof startNotion>[0] = {}) {
  const vendor = await startNotion(options);
  const [id = ''] = await vendor.addRows([{ text: 'Acme', number: 1, choice: 'Ouvert' }]);
  const session = await Session.open(harness, vendor);
  return { vendor, id, session, [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose]() };
}

/** A refusal as Notion words it, once. */
const refused = (...words: Parameters<typeof notionError>) =>
  ({ kind: 'answer', status: words[0], body: notionError(...words).body }) as const;

test('reauthorise: a revoked token or grant asks for a new one, wherever the run stands', async () => {
  await using run = await open();
  const { settings, emulator } = run.vendor;
  emulator.faults.add(refused(400, 'invalid_grant', 'Invalid code: this code has been revoked.'));
  await expectFailure(run.session.readPage(null), settings, 'token_refused');
  emulator.state.revokeToken(TOKEN);
  for (const call of [
    run.session.connector.schema(),
    run.session.readPage(null),
    run.session.create([{ text: 'Beta' }]),
    run.session.update(run.id, { number: 2 }),
  ]) {
    expect((await expectFailure(call, settings, 'token_refused')).retryable).toBe(false);
  }
});

test('access lost: a database that is no longer shared is never an empty table', async () => {
  await using run = await open();
  const { settings, emulator } = run.vendor;
  emulator.faults.add(
    refused(403, 'restricted_resource', 'API token does not have access to this resource.'),
  );
  await expectFailure(run.session.readPage(null), settings, 'access_lost');
  emulator.state.unshare(DATABASE_ID);
  await expectFailure(run.session.connector.schema(), settings, 'access_lost');
  await expectFailure(run.session.readPage(null), settings, 'access_lost');
  await expectFailure(run.session.create([{ text: 'Beta' }]), settings, 'access_lost');
  await expectFailure(run.session.readRecord(run.id), settings, 'access_lost');
});

test('quota: a full Free workspace stops creates, lets updates through, and is told as such', async () => {
  await using run = await open({ blocksLeft: 0 });
  const { settings } = run.vendor;
  const error = await expectFailure(run.session.create([{ text: 'Beta' }]), settings, 'quota_exhausted');
  expect(error).toMatchObject({ retryable: false, status: 403 });
  expect(error.message).toContain('les modifications restent possibles');
  const [changed] = await run.session.update(run.id, { number: 2 });
  expect(run.session.cell(changed, 'number')).toBe(2);
});

test('schema drift: a renamed property goes on by its id, a deleted or retyped one stops the write', async () => {
  await using run = await open();
  const { settings, table } = run.vendor;
  table.renameProperty('Amount', 'Montant');
  await run.session.update(run.id, { number: 3 });
  table.retypeProperty('Montant', 'rich_text');
  await expectFailure(run.session.update(run.id, { number: 4 }), settings, 'column_missing');
  expect(run.session.cell(await run.session.readRecord(run.id), 'number')).toEqual({
    unreadable: expect.stringContaining('a changé de type'),
  });
  table.removeProperty('Montant');
  await expectFailure(run.session.create([{ number: 4 }]), settings, 'column_missing');
  await expectFailure(run.session.readPage(null), settings, 'column_missing');
  expect(table.count).toBe(1);
});

test('schema drift: an unknown status is looked for in the schema of now, once, then refused with those there are', async () => {
  await using vendor = await startNotion({ properties: { Étape: { type: 'status', options: ['À faire'] } } });
  const { connector, schema } = await Session.open(harness, vendor);
  const id = schema.columns.find(({ name }) => name === 'Étape')?.id ?? '';
  const write = (value: string) =>
    connector.writeBatch({
      schema,
      columnIds: [id],
      items: [{ externalId: null, cells: { [id]: value } }],
      createOptionsFor: [id],
    });
  vendor.table.addRow({ Name: 'Acme', Étape: 'En cours' });
  expect((await write('En cours'))[0]?.cells[id]).toBe('En cours');
  const error = await expectFailure(write('Peut-être'), vendor.settings, 'value_refused');
  expect(error.message).toContain('« Étape »');
  expect(error.message).toContain('(options : « À faire », « En cours »)');
  expect(error.message).toContain("ne s'ajoute que dans Notion");
  expect(vendor.table.count).toBe(2);
});

test('bad value: the one row is refused with the words of Notion, and the next one goes through', async () => {
  await using run = await open();
  const { settings, emulator } = run.vendor;
  const words = 'body failed validation: body.properties.Notes should be something else.';
  emulator.faults.add({ ...refused(400, 'validation_error', words), match: { path: /pages/ } });
  const error = await expectFailure(run.session.create([{ text: 'Beta' }]), settings, 'value_refused');
  expect(error).toMatchObject({ retryable: false, status: 400, vendorCode: 'validation_error' });
  expect(error.message).toContain(words);
  expect(await run.session.create([{ text: 'Gamma' }])).toHaveLength(1);
});

test('row gone: 404 on a page counts only once the table was seen, and reads as null', async () => {
  await using run = await open();
  const { emulator, settings } = run.vendor;
  run.vendor.deleteRow(run.id);
  const before = emulator.requests.length;
  await expectFailure(run.session.update(run.id, { number: 2 }), settings, 'record_gone');
  const paths = emulator.requests.slice(before).map(({ method, path }) => `${method} ${path.split('/')[2]}`);
  expect(paths).toEqual(['PATCH pages', 'GET data_sources']);
  expect(await run.session.readRecord(run.id)).toBeNull();
});

const WAITED_FOR = [
  ['public_api_request_rate_limit', "trop d'appels"],
  ['public_api_space_request_rate_limit', "toutes les intégrations de l'espace"],
  ['public_api_endpoint_rate_limit', "trop d'appels"],
  ['collection_router_upstream_429', 'Notion est surchargé'],
  ['mcp_tool_rate_limit', "trop d'appels"],
] as const;

test.each(WAITED_FOR)('wait: 429 for %s is waited out in full', async (reason, told) => {
  await using run = await open();
  run.vendor.emulator.faults.add(notionFaults.rateLimited(reason, { retryAfterSeconds: 95 }));
  const error = await expectFailure(run.session.readPage(null), run.vendor.settings, 'rate_limited');
  expect(error).toMatchObject({ retryable: true, retryAfterMs: 95_000 });
  expect(error.message).toContain('95 s');
  expect(error.message).toContain(told);
});

test('wait: 529 is waited out like 429, and binds everything that uses the token', async () => {
  await using run = await open();
  const { emulator, settings } = run.vendor;
  const limiters = new RateLimiterPool();
  const session = await Session.open(harness, run.vendor, { limiters });
  emulator.faults.add(notionFaults.overloaded({ retryAfterSeconds: 1 }));
  const error = await expectFailure(session.create([{ text: 'Beta' }]), settings, 'rate_limited');
  expect(error).toMatchObject({ retryable: true, retryAfterMs: 1_000, status: 529 });
  const refusedAt = emulator.requests.at(-1)?.at ?? 0;
  await connectTo(harness, run.vendor, { limiters }).schema();
  const next = emulator.requests.find(({ at }) => at > refusedAt)?.at ?? 0;
  expect(next - refusedAt).toBeGreaterThanOrEqual(995);
});

test('stop: a call that Notion has blocked is not repeated, whatever Retry-After says', async () => {
  await using run = await open();
  run.vendor.emulator.faults.add(
    notionFaults.rateLimited('public_api_request_blocked', { retryAfterSeconds: 3 }),
  );
  const error = await expectFailure(run.session.readPage(null), run.vendor.settings, 'blocked');
  expect(error).toMatchObject({ retryable: false, retryAfterMs: undefined });
});

test('shrink: 503 and 504 on a query halve the page that the repetition asks for, down to 10', async () => {
  await using run = await open();
  const sizes: unknown[] = [];
  const session = await Session.open(harness, run.vendor, {
    fetch: (url, init) => {
      if (init?.method === 'POST') sizes.push(JSON.parse(String(init.body)).page_size);
      return fetch(url, init);
    },
  });
  const { emulator, settings } = run.vendor;
  const { unavailable, gatewayTimeout } = notionFaults;
  for (const fault of [unavailable(), gatewayTimeout(), unavailable(), gatewayTimeout(), unavailable()]) {
    emulator.faults.add(fault);
    await expectFailure(session.readPage(null), settings, 'vendor_down');
  }
  expect((await session.readPage(null)).records).toHaveLength(1);
  expect(sizes).toEqual([100, 50, 25, 12, 10, 10]);
});

test('unknown outcome: a 503 that hides a success names the row it made; without a name it is looked for', async () => {
  await using run = await open();
  const { emulator, settings } = run.vendor;
  const match = { method: 'POST', path: /\/pages$/ };
  emulator.faults.add(notionFaults.unavailableAfterCommit({ match }));
  const named = await expectFailure(run.session.create([{ text: 'Beta' }]), settings, 'outcome_unknown');
  const [committed = ''] = named.committedIds;
  expect(run.session.cell(await run.session.readRecord(committed), 'text')).toBe('Beta');
  const silent = [
    notionFaults.gatewayTimeoutAfterCommit({ match }),
    notionFaults.droppedAfterCommit({ match }),
    { ...notionFaults.htmlPage({ match }), when: 'after' as const },
    { ...notionFaults.internalError({ match }), when: 'after' as const },
  ];
  for (const [index, fault] of silent.entries()) {
    emulator.faults.add(fault);
    const sent = run.session.create([{ text: `Client ${index}` }]);
    const error = await expectFailure(sent, settings, 'outcome_unknown');
    expect(error).toMatchObject({ retryable: false, committedIds: [] });
    expect(await run.session.findByText(`Client ${index}`)).toHaveLength(1);
  }
});

test('conflict: a 409 wrote nothing and may be repeated', async () => {
  await using run = await open();
  run.vendor.emulator.faults.add(notionFaults.conflict());
  const sent = run.session.update(run.id, { number: 5 });
  expect((await expectFailure(sent, run.vendor.settings, 'vendor_down')).retryable).toBe(true);
  expect(run.session.cell(await run.session.readRecord(run.id), 'number')).toBe(1);
});

test('cursor: one that Notion no longer takes asks for a new listing', async () => {
  await using run = await open();
  await run.vendor.addRows(Array.from({ length: 100 }, () => ({ text: 'Beta' })));
  const { emulator, settings } = run.vendor;
  for (const lose of [
    () => emulator.expireCursors(),
    () => emulator.faults.add(notionFaults.expiredCursor()),
  ]) {
    const { cursor } = await run.session.readPage(null);
    lose();
    await expectFailure(run.session.readPage(cursor), settings, 'cursor_expired');
  }
});
