import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
let receiver: Server;
let received: { body: string; mac: string }[];
let answerWith: number;

beforeEach(async () => {
  started = await startDeals();
  received = [];
  answerWith = 204;
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const mac = String(request.headers['x-airtable-content-mac']);
    received.push({ body: Buffer.concat(parts).toString(), mac });
    response.writeHead(answerWith).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await started.emulator.close();
  receiver.closeAllConnections();
  receiver.close();
});

interface Payload {
  baseTransactionNumber: number;
  actionMetadata: { source: string };
  changedTablesById: Record<string, unknown>;
}

const HOOKS = `/bases/${BASE}/webhooks`;
const DATA = { options: { filters: { dataTypes: ['tableData'] } } };
const receiverUrl = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/ping`;

async function makeWebhook(specification: object = DATA, notificationUrl: string | null = receiverUrl()) {
  const { status, body } = await started.call(`POST ${HOOKS}`, { notificationUrl, specification });
  expect(status).toBe(200);
  const path = `${HOOKS}/${body.id}`;
  return {
    path,
    secret: String(body.macSecretBase64),
    payloads: async (query = '') => {
      const page = await started.call(`GET ${path}/payloads${query}`);
      return page.body as unknown as {
        cursor: number;
        mightHaveMore: boolean;
        payloads: Payload[];
      };
    },
    state: async () => {
      const { body: list } = await started.call(`GET ${HOOKS}`);
      return (list.webhooks as Record<string, unknown>[]).find(({ id }) => id === body.id);
    },
  };
}

/** Long, for a machine that is busy; what is waited for comes within milliseconds. */
const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 5, timeout: 10_000 });
const pings = (count: number) => eventually(() => expect(received).toHaveLength(count));
/** Long enough for a ping that should not come to show. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 80));

describe('checklist 11: webhooks', () => {
  test('are made, listed without their secret, and deleted; 10 to a base', async () => {
    const { path, secret, state } = await makeWebhook();
    expect(Buffer.from(secret, 'base64').length).toBeGreaterThanOrEqual(32);
    expect(await state()).toMatchObject({
      specification: DATA,
      areNotificationsEnabled: true,
      isHookEnabled: true,
      cursorForNextPayload: 1,
      lastNotificationResult: null,
    });
    expect(JSON.stringify(await state())).not.toContain(secret);
    for (let made = 1; made < 10; made += 1) await makeWebhook(DATA, null);
    expect((await started.call(`POST ${HOOKS}`, { specification: DATA })).status).toBe(422);
    expect(await started.call(`DELETE ${path}`)).toEqual({ status: 200, body: {} });
    expect((await started.call(`DELETE ${path}`)).status).toBe(404);
    expect((await started.call(`POST ${HOOKS}`, { specification: {} })).status).toBe(422);
    expect((await started.call(`GET ${HOOKS}`, undefined, 'editor')).status).toBe(403);
    expect((await started.call(`GET ${HOOKS}`, undefined, 'blind')).status).toBe(403);
  });

  test('a ping carries no data and a hex MAC over its raw bytes, keyed by the decoded secret (gtalarico/pyairtable#312)', async () => {
    const { secret } = await makeWebhook();
    started.deals.addRecord({ Name: 'a' });
    await pings(1);
    const [ping] = received;
    expect(JSON.parse(ping?.body ?? '')).toEqual({
      base: { id: BASE },
      webhook: { id: expect.stringMatching(/^ach/) },
      timestamp: '2026-04-24T15:00:00.500Z',
    });
    const hex = createHmac('sha256', Buffer.from(secret, 'base64'))
      .update(ping?.body ?? '')
      .digest('hex');
    expect(ping?.mac).toBe(`hmac-sha256=${hex}`);
  });

  test('the log tells what was added, changed and removed, and by whom', async () => {
    const { payloads } = await makeWebhook({
      options: {
        filters: { dataTypes: ['tableData', 'tableFields'] },
        includes: { includePreviousCellValues: true, includeCellValuesInFieldIds: ['fldName0000000001'] },
      },
    });
    const { body } = await started.call('POST @', { fields: { Name: 'a', Status: 'gagné' } });
    const id = String(body.id);
    await started.call(`PATCH @/${id}`, { fields: { Amount: 3 } });
    started.deals.deleteRecord(id);
    started.deals.renameField('Amount', 'Montant');
    const log = await payloads();
    expect(log).toMatchObject({ cursor: 5, mightHaveMore: false });
    const status = started.deals.field('Status');
    const amount = started.deals.field('Montant').id;
    const changes = log.payloads.map((payload) => payload.changedTablesById.tblDeals000000001);
    expect(changes).toEqual([
      {
        createdRecordsById: {
          [id]: {
            createdTime: '2026-04-24T15:00:00.000Z',
            cellValuesByFieldId: { fldName0000000001: 'a', [status.id]: status.choices[1] },
          },
        },
      },
      {
        changedRecordsById: {
          [id]: {
            current: { cellValuesByFieldId: { [amount]: 3 } },
            previous: { cellValuesByFieldId: { [amount]: null } },
            unchanged: { cellValuesByFieldId: { fldName0000000001: 'a' } },
          },
        },
      },
      { destroyedRecordIds: [id] },
      { changedFieldsById: { [amount]: { current: { name: 'Montant', type: 'currency' } } } },
    ]);
    expect(log.payloads.map(({ actionMetadata }) => actionMetadata.source)).toEqual([
      'publicApi',
      'publicApi',
      'client',
      'client',
    ]);
    expect(log.payloads.map(({ baseTransactionNumber }) => baseTransactionNumber)).toEqual([1, 2, 3, 4]);
  });

  test('the cursor pages through the log and never starts again', async () => {
    const { payloads } = await makeWebhook(DATA, null);
    for (let count = 0; count < 5; count += 1) started.deals.addRecord({ Name: `n${count}` });
    expect(await payloads('?limit=2')).toMatchObject({ cursor: 3, mightHaveMore: true, payloads: [{}, {}] });
    expect(await payloads('?cursor=3&limit=50')).toMatchObject({ cursor: 6, mightHaveMore: false });
    expect(await payloads('?cursor=6')).toEqual({ cursor: 6, mightHaveMore: false, payloads: [] });
  });

  test('a webhook reports only what it was made for', async () => {
    const filters = (extra: object) => ({ options: { filters: { dataTypes: ['tableData'], ...extra } } });
    const notOurs = await makeWebhook(filters({ fromSources: ['client'] }), null);
    const onlyNames = await makeWebhook(
      filters({ watchDataInFieldIds: ['fldName0000000001'], changeTypes: ['update'] }),
      null,
    );
    const otherTable = await makeWebhook(filters({ recordChangeScope: 'tblClients0000001' }), null);
    const { body } = await started.call('POST @', { fields: { Name: 'a' } });
    started.deals.patchRecord(String(body.id), { Amount: 1 });
    started.deals.patchRecord(String(body.id), { Name: 'b' });
    const counts = [notOurs, onlyNames, otherTable].map(
      async ({ payloads }) => (await payloads()).payloads.length,
    );
    expect(await Promise.all(counts)).toEqual([2, 1, 0]);
  });

  test('expires after 7 days without a listing or a refresh; its data can be read 7 days more (PipedreamHQ/pipedream#5013)', async () => {
    const day = 86_400_000;
    const { path, payloads, state } = await makeWebhook();
    started.clock.advance(6 * day);
    await payloads();
    started.clock.advance(6 * day);
    expect((await started.call(`POST ${path}/refresh`)).body).toEqual({
      expirationTime: '2026-05-13T15:00:00.500Z',
    });
    started.deals.addRecord({ Name: 'seen' });
    started.clock.advance(5 * day);
    started.deals.addRecord({ Name: 'seen too' });
    started.clock.advance(2 * day);
    started.deals.addRecord({ Name: 'too late' });
    expect(await state()).toMatchObject({ isHookEnabled: false, cursorForNextPayload: 3 });
    expect((await started.call(`POST ${path}/refresh`)).status).toBe(422);
    // The first one is 7 days old by now, and payloads are kept no longer.
    expect((await payloads()).payloads).toHaveLength(1);
    started.clock.advance(7 * day);
    expect((await started.call(`GET ${path}/payloads`)).status).toBe(404);
  });

  test('a failed ping is tried again 13 times within a day, then pings stop and the log goes on', async () => {
    const { payloads, state } = await makeWebhook();
    answerWith = 405;
    started.deals.addRecord({ Name: 'a' });
    await pings(1);
    await eventually(async () =>
      expect((await state())?.lastNotificationResult).toMatchObject({
        success: false,
        retryNumber: 0,
        error: { message: 'The HTTP request returned a 405 status code instead of 200 or 204.' },
        willBeRetried: true,
      }),
    );
    for (let retry = 1; retry <= 13; retry += 1) {
      started.clock.advance(10_000 * 2 ** (retry - 1));
      await pings(retry + 1);
      await eventually(async () =>
        expect((await state())?.lastNotificationResult).toMatchObject({ retryNumber: retry }),
      );
    }
    expect(await state()).toMatchObject({ areNotificationsEnabled: false });
    started.deals.addRecord({ Name: 'b' });
    await quiet();
    expect(received).toHaveLength(14);
    expect((await payloads()).payloads).toHaveLength(2);
  });

  test('a ping that fails is not sent again before its time', async () => {
    const { state } = await makeWebhook();
    answerWith = 500;
    started.deals.addRecord({ Name: 'a' });
    await pings(1);
    await eventually(async () => expect((await state())?.lastNotificationResult).not.toBeNull());
    started.clock.advance(9_999);
    await quiet();
    expect(received).toHaveLength(1);
    answerWith = 200;
    started.clock.advance(1);
    await pings(2);
    await eventually(async () =>
      expect((await state())?.lastNotificationResult).toMatchObject({ success: true, retryNumber: 1 }),
    );
  });

  test('pings can be doubled, merged, sent for nothing, and switched off', async () => {
    const { path } = await makeWebhook();
    started.emulator.webhooks.pings.copies = 2;
    started.deals.addRecord({ Name: 'a' });
    await pings(2);
    started.emulator.webhooks.pings.copies = 1;
    started.emulator.webhooks.pings.mergeWindowMs = 5_000;
    started.deals.addRecord({ Name: 'b' });
    started.deals.addRecord({ Name: 'c' });
    await quiet();
    expect(received).toHaveLength(2);
    started.clock.advance(5_000);
    await pings(3);
    started.emulator.webhooks.ping(path.split('/').at(-1) ?? '');
    await pings(4);
    await started.call(`POST ${path}/enableNotifications`, { enable: false });
    started.deals.addRecord({ Name: 'd' });
    started.clock.advance(5_000);
    await quiet();
    expect(received).toHaveLength(4);
  });
});
