import { RateLimiterPool } from '@passerelle/connector';
import { connectTo, expectFailure, Session } from '@passerelle/connector/suite';
import { airtableFaults, type Fault } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { defineAirtable } from '../src/definition.ts';
import { BASE_ID, startAirtable, TOKEN } from './airtable-under-test.ts';

/** One test per class of Airtable's errors, over HTTP; each status and type by itself is in `refusals.test.ts`. */
const LOCK_OUT_MS = 300;
const harness = {
  definition: defineAirtable({ lockOutMs: () => LOCK_OUT_MS }),
  rateLimits: [],
  start: () => startAirtable(),
};

async function open() {
  const airtable = await startAirtable();
  const [id = ''] = await airtable.addRows([{ text: 'Acme', number: 1, choice: 'Ouvert' }]);
  const session = await Session.open(harness, airtable);
  return { airtable, id, session, [Symbol.asyncDispose]: () => airtable[Symbol.asyncDispose]() };
}

/** An error as Airtable answers it, once. */
const refused = (status: number, type: string, message?: string): Fault => ({
  kind: 'answer',
  status,
  body: { error: message === undefined ? { type } : { type, message } },
});

test('reauthorise: a token that was revoked asks for a new one, wherever the run stands', async () => {
  await using run = await open();
  run.airtable.emulator.state.revokeToken(TOKEN);
  const { settings } = run.airtable;
  for (const call of [
    run.session.connector.schema(),
    run.session.readPage(null),
    run.session.create([{ text: 'Beta' }]),
  ]) {
    const error = await expectFailure(call, settings, 'token_refused');
    expect(error).toMatchObject({ status: 401, retryable: false });
  }
  expect(run.airtable.table.count).toBe(1);
});

test('access lost: a base, a table or a route that is gone is never an empty table', async () => {
  await using run = await open();
  const { settings, emulator } = run.airtable;
  emulator.faults.add(refused(404, 'TABLE_NOT_FOUND'), airtableFaults.bareNotFound());
  await expectFailure(run.session.readPage(null), settings, 'access_lost');
  await expectFailure(run.session.readPage(null), settings, 'access_lost');
  emulator.faults.add(airtableFaults.bareNotFound());
  await expectFailure(run.session.create([{ text: 'Beta' }]), settings, 'access_lost');
  emulator.state.removeBase(BASE_ID);
  await expectFailure(run.session.readPage(null), settings, 'access_lost');
  await expectFailure(run.session.readRecord(run.id), settings, 'access_lost');
  await expectFailure(run.session.update(run.id, { number: 2 }), settings, 'access_lost');
});

test('schema drift: a renamed column goes on by its id; a deleted one, a lost view or a bad formula stops', async () => {
  await using run = await open();
  const { settings, emulator, table } = run.airtable;
  table.renameField('Amount', 'Montant');
  await run.session.update(run.id, { number: 3 });
  expect(run.session.cell(await run.session.readRecord(run.id), 'number')).toBe(3);
  table.deleteField('Montant');
  await expectFailure(run.session.readPage(null), settings, 'column_missing');
  await expectFailure(run.session.create([{ number: 1 }]), settings, 'column_missing');
  for (const type of ['VIEW_ID_NOT_FOUND', 'VIEW_NAME_NOT_FOUND', 'INVALID_FILTER_BY_FORMULA']) {
    emulator.faults.add(refused(422, type, 'x'));
    await expectFailure(run.session.readPage(null), settings, 'column_missing');
  }
});

test('schema drift: a column that becomes computed refuses its values before anything is written', async () => {
  await using run = await open();
  run.airtable.table.retypeField('Amount', 'formula', { formula: '1', result: { type: 'number' } });
  const sent = run.session.create([{ text: 'Beta', number: 5 }]);
  const error = await expectFailure(sent, run.airtable.settings, 'value_refused', 'column_missing');
  expect(error.message).toContain('Amount');
  expect(run.airtable.table.count).toBe(1);
});

test('bad value: the one record is refused with a reason a person can act on, and no other request is held up', async () => {
  await using run = await open();
  run.airtable.table.retypeField('Name', 'number');
  const error = await expectFailure(
    run.session.create([{ text: 'Beta' }]),
    run.airtable.settings,
    'value_refused',
  );
  expect(error.message).toContain('Name');
  expect(error).toMatchObject({ retryable: false, status: 422, vendorCode: 'INVALID_VALUE_FOR_COLUMN' });
  expect(run.airtable.table.count).toBe(1);
  expect((await run.session.readPage(null)).records).toHaveLength(1);
});

test('row gone: an update of a deleted row, alone or in a batch, is told as such; a read of it is null', async () => {
  await using run = await open();
  const [other = ''] = await run.airtable.addRows([{ text: 'Beta' }]);
  run.airtable.deleteRow(run.id);
  const { connector, schema, columnIds, ids } = run.session;
  const items = [run.id, other].map((externalId) => ({ externalId, cells: { [ids.number]: 2 } }));
  const { settings } = run.airtable;
  await expectFailure(connector.writeBatch({ schema, columnIds, items }), settings, 'record_gone');
  await expectFailure(run.session.update(run.id, { number: 2 }), settings, 'record_gone');
  expect(await run.session.readRecord(run.id)).toBeNull();
});

test('a bare 404 on a record is no deletion while its table answers the same, nor while the record is still listed', async () => {
  await using run = await open();
  const { settings, emulator } = run.airtable;
  const one = { method: 'GET', path: run.id };
  emulator.faults.add(airtableFaults.bareNotFound({ times: 2 }));
  await expectFailure(run.session.readRecord(run.id), settings, 'access_lost');
  emulator.faults.add(airtableFaults.bareNotFound({ match: one }));
  expect(await run.session.readRecord(run.id)).toMatchObject({ externalId: run.id });
  run.airtable.deleteRow(run.id);
  const before = emulator.requests.length;
  expect(await run.session.readRecord(run.id)).toBeNull();
  expect(emulator.requests.length - before).toBe(2);
});

test('a bare 404 on a deletion means that the record is gone only where its table can be read and lists none', async () => {
  await using run = await open();
  const { settings, emulator } = run.airtable;
  const { connector, schema } = run.session;
  const remove = () => connector.archiveBatch({ schema, externalIds: [run.id] });
  const one = { method: 'DELETE', path: run.id };
  emulator.faults.add(airtableFaults.bareNotFound({ times: 3 }));
  await expectFailure(remove(), settings, 'access_lost');
  emulator.faults.add(airtableFaults.bareNotFound({ match: one }));
  await expectFailure(remove(), settings, 'record_gone');
  expect(await run.session.readRecord(run.id)).not.toBeNull();
  await remove();
  await remove();
  expect(await run.session.readRecord(run.id)).toBeNull();
});

test('restart: an offset that Airtable forgot, or calls malformed, asks for a new listing', async () => {
  await using run = await open();
  await run.airtable.addRows(Array.from({ length: 100 }, () => ({ text: 'Beta' })));
  const { emulator, settings } = run.airtable;
  for (const lose of [
    () => emulator.state.forgetIterators(),
    () => emulator.faults.add(airtableFaults.iteratorLost()),
    () => emulator.faults.add(refused(422, 'INVALID_OFFSET_VALUE', 'The value of offset x is invalid')),
  ]) {
    const { cursor } = await run.session.readPage(null);
    lose();
    await expectFailure(run.session.readPage(cursor), settings, 'cursor_expired');
  }
  expect((await run.session.readPage(null)).records).toHaveLength(100);
});

test('wait: after a 429 nothing at all is sent to the base until the lock-out is over', async () => {
  await using run = await open();
  const limiters = new RateLimiterPool();
  const { emulator, settings } = run.airtable;
  const session = await Session.open(harness, run.airtable, { limiters });
  emulator.faults.add(airtableFaults.rateLimited());
  const error = await expectFailure(session.readPage(null), settings, 'rate_limited');
  expect(error).toMatchObject({ retryable: true, retryAfterMs: LOCK_OUT_MS });
  const refusedAt = emulator.requests.at(-1)?.at ?? 0;
  const other = connectTo(harness, run.airtable, { limiters });
  await Promise.all([session.readPage(null), other.schema(), session.create([{ text: 'Beta' }])]);
  const next = emulator.requests.find(({ at }) => at > refusedAt)?.at ?? 0;
  expect(next - refusedAt).toBeGreaterThanOrEqual(LOCK_OUT_MS - 5);
});

test('wait: 502 and 503 on a read are waited out, with the pause that Airtable asks for', async () => {
  await using run = await open();
  run.airtable.emulator.faults.add(
    airtableFaults.htmlPage(),
    airtableFaults.retriable({ retryAfterSeconds: 7 }),
  );
  const { settings } = run.airtable;
  const bad = await expectFailure(run.session.readPage(null), settings, 'vendor_down');
  expect(bad).toMatchObject({ retryable: true, status: 502 });
  const busy = await expectFailure(run.session.readPage(null), settings, 'vendor_down');
  expect(busy).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
});

test('stop: the other 429, of a used-up month, is not waited for and holds nobody back', async () => {
  await using run = await open();
  const limiters = new RateLimiterPool();
  // Were it taken for the other 429, the test would never end.
  const patient = { ...harness, definition: defineAirtable({ lockOutMs: () => 600_000 }) };
  const session = await Session.open(patient, run.airtable, { limiters });
  run.airtable.emulator.setLimits({ monthlyCalls: 0 });
  for (const call of [session.readPage(null), session.create([{ text: 'Beta' }])]) {
    const error = await expectFailure(call, run.airtable.settings, 'quota_exhausted');
    expect(error).toMatchObject({ retryable: false, status: 429, retryAfterMs: undefined });
  }
  // The metadata still answers.
  expect((await session.connector.schema()).tableName).toBe('Deals');
});

test('unknown outcome: a 500, a 502 or a silence on a write says that it may have been done', async () => {
  await using run = await open();
  const { emulator, settings } = run.airtable;
  const match = { method: 'POST' };
  const struck: Fault[] = [
    airtableFaults.serverErrorAfterCommit({ match }),
    { ...airtableFaults.htmlPage({ match }), when: 'after' },
    airtableFaults.droppedAfterCommit({ match }),
    { kind: 'delay', delayMs: 700, when: 'after', match },
  ];
  const definition = defineAirtable({ timeoutMs: 350 });
  const hasty = connectTo({ ...harness, definition }, run.airtable);
  const { schema, columnIds, ids } = run.session;
  // Read once before, so that nothing but the write meets the short patience.
  await hasty.schema().catch(() => run.session.connector.schema());
  for (const [index, fault] of struck.entries()) {
    emulator.faults.add(fault);
    const sent = hasty.writeBatch({
      schema,
      columnIds,
      items: [{ externalId: null, cells: { [ids.text]: `Client ${index}` } }],
    });
    const error = await expectFailure(sent, settings, 'outcome_unknown');
    expect(error.retryable).toBe(false);
    expect(await run.session.findByText(`Client ${index}`)).toHaveLength(1);
  }
});
