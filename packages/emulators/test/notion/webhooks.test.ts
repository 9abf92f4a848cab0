import { createServer } from 'node:http';
import { verifyWebhookSignature } from '@notionhq/client';
import { afterEach, describe, expect, it } from 'vitest';
import { type SubscriptionSeed, WEBHOOK_ATTEMPTS } from '../../src/index.ts';
import { at, DATABASE, list, SOURCE, startDeals, TOKEN } from './deals-workspace.ts';

interface Received {
  text: string;
  body: unknown;
  signature: string | undefined;
}

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A receiver that keeps what it gets and answers as told. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const signature = request.headers['x-notion-signature'];
    received.push({ text, body: JSON.parse(text), signature: String(signature) });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received, answers };
}

async function startSubscribed(seed: Partial<SubscriptionSeed> = {}) {
  const receiver = await startReceiver();
  const started = await startDeals();
  const { webhooks } = started.emulator;
  const subscription = await webhooks.subscribe({ url: receiver.url, token: TOKEN, ...seed });
  webhooks.verify(subscription.id, String(at(receiver.received[0]?.body, 'verification_token')));
  receiver.received.length = 0;
  const types = () => receiver.received.map(({ body }) => at(body, 'type'));
  return { ...started, ...receiver, webhooks, subscription, types };
}

describe('webhooks', () => {
  it('begin with a verification token, without which nothing is sent', async () => {
    const { url, received } = await startReceiver();
    const { emulator, deals } = await startDeals();
    const subscription = await emulator.webhooks.subscribe({ url, token: TOKEN });
    expect(received).toMatchObject([{ body: { verification_token: expect.stringMatching(/^secret_/) } }]);
    deals.addRow({ Name: 'A' });
    expect(await emulator.webhooks.deliver()).toEqual([]);
    expect(() => emulator.webhooks.verify(subscription.id, 'secret_autre')).toThrow(RangeError);
    expect(subscription.state).toBe('pending');
  });

  it('are signed with that token, the first one too', async () => {
    const { url, received } = await startReceiver();
    const { emulator, deals } = await startDeals();
    const { id, verificationToken } = await emulator.webhooks.subscribe({ url, token: TOKEN });
    emulator.webhooks.verify(id, verificationToken);
    deals.addRow({ Name: 'A' });
    await emulator.webhooks.deliver();
    expect(received.length).toBeGreaterThan(1);
    for (const { text, signature = '' } of received) {
      expect(await verifyWebhookSignature({ body: text, signature, verificationToken })).toBe(true);
      expect(await verifyWebhookSignature({ body: `${text} `, signature, verificationToken })).toBe(false);
    }
  });

  it('tell what happened, by whom and where, without any value', async () => {
    const { send, received, webhooks, emulator, subscription } = await startSubscribed({
      events: ['page.properties_updated'],
    });
    const id = emulator.state.dataSource(SOURCE).addRow({ Name: 'A' });
    await webhooks.deliver();
    await send('PATCH', `/pages/${id}`, { body: { properties: { Amount: { number: 9 } } } });
    await webhooks.deliver();
    const amount = emulator.state.dataSource(SOURCE).properties.find((one) => one.name === 'Amount')?.id;
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toMatchObject({
      type: 'page.properties_updated',
      subscription_id: subscription.id,
      authors: [{ id: emulator.state.botId(TOKEN), type: 'bot' }],
      attempt_number: 1,
      api_version: '2026-03-11',
      entity: { id, type: 'page' },
      data: {
        parent: { id: DATABASE, type: 'database', data_source_id: SOURCE },
        updated_properties: [amount],
      },
    });
  });

  it('merge what happens within a window, with everybody who had a part in it', async () => {
    const { send, received, webhooks, deals, types } = await startSubscribed({
      events: ['page.created', 'page.deleted', 'page.properties_updated'],
    });
    const id = deals.addRow({ Name: 'A' });
    deals.patchRow(id, { Amount: 1 });
    await webhooks.deliver();
    expect(types()).toEqual(['page.created']);
    received.length = 0;
    deals.patchRow(id, { Amount: 2 });
    await send('PATCH', `/pages/${id}`, { body: { properties: { Notes: { rich_text: [] } } } });
    await webhooks.deliver();
    expect(types()).toEqual(['page.properties_updated']);
    expect(list(received[0]?.body, 'authors').map((author) => at(author, 'type'))).toEqual(['person', 'bot']);
    expect(list(received[0]?.body, 'data', 'updated_properties')).toHaveLength(2);
    received.length = 0;
    deals.trashRow(deals.addRow({ Name: 'éphémère' }));
    await webhooks.deliver();
    expect(types()).toEqual([]);
  });

  it('tell of columns and of rows that come and go, under the names of their version', async () => {
    for (const [apiVersion, prefix, entity] of [
      ['2026-03-11', 'data_source', SOURCE],
      ['2022-06-28', 'database', DATABASE],
    ] as const) {
      const { received, webhooks, deals, types } = await startSubscribed({ apiVersion });
      deals.renameProperty('Amount', 'Montant');
      deals.addRow({ Name: 'A' });
      await webhooks.deliver();
      expect(types()).toEqual([`${prefix}.schema_updated`, 'page.created', `${prefix}.content_updated`]);
      expect(received[0]?.body).toMatchObject({
        entity: { id: entity, type: prefix },
        data: { updated_properties: [{ name: 'Montant', action: 'updated' }] },
      });
    }
  });

  it('may come twice, under one id, and out of order', async () => {
    const { received, webhooks, deals } = await startSubscribed({ events: ['page.created'] });
    deals.addRows([{ Name: 'A' }, { Name: 'B' }]);
    const [first, second] = deals.rows.map((row) => row.id);
    await webhooks.deliver({ duplicates: true, reversed: true });
    expect(received.map(({ body }) => at(body, 'entity', 'id'))).toEqual([second, second, first, first]);
    expect(new Set(received.map(({ body }) => at(body, 'id'))).size).toBe(2);
  });

  it('are tried eight times and then given up', async () => {
    const { received, answers, webhooks, deals } = await startSubscribed({ events: ['page.created'] });
    answers.push(...Array.from({ length: 20 }, () => 500));
    deals.addRow({ Name: 'A' });
    for (let round = 0; round < WEBHOOK_ATTEMPTS + 2; round += 1) await webhooks.deliver();
    expect(received.map(({ body }) => at(body, 'attempt_number'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(received.map(({ body }) => at(body, 'id'))).size).toBe(1);
  });

  it('fall silent when access is lost', async () => {
    const { emulator, webhooks, deals, types } = await startSubscribed();
    deals.addRow({ Name: 'A' });
    emulator.state.unshare(SOURCE);
    await webhooks.deliver();
    expect(types()).toEqual([]);
  });

  it('go to loopback addresses only', async () => {
    const { emulator } = await startDeals();
    await expect(emulator.webhooks.subscribe({ url: 'https://example.com/x', token: TOKEN })).rejects.toThrow(
      RangeError,
    );
  });
});
