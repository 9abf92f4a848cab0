import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterPool } from '@passerelle/connector';
import type { Run } from '@passerelle/contracts';
import type { AppRouter } from '@passerelle/contracts/router';
import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from '@trpc/client';
import { EventSource } from 'eventsource';
import { expect, it } from 'vitest';
import { connectWith } from '../../src/connect.ts';
import { openForRun } from '../../src/services/open-for-run.ts';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld, type World } from '../support/world.ts';

interface Event {
  readonly id: string;
  readonly run: Run;
}

/** A run of a vendor that takes its time, and its id. */
async function slowRun(): Promise<{ world: World; id: number }> {
  const world = await openWorld('sqlite', { airtable: GOOD_ROWS });
  await world.configure('airtable');
  world.airtable.faults.add({ kind: 'delay', delayMs: 900, match: { path: '/Deals|/tbl' } });
  const { body } = await world.call('POST', '/api/sync/airtable/runs', { direction: 'import' });
  return { world, id: (body.data as Run).id };
}

/** Listens until `enough` events came, or to the end. */
async function listen(
  world: World,
  id: number,
  { enough = Number.POSITIVE_INFINITY, lastEventId }: { enough?: number; lastEventId?: string } = {},
): Promise<Event[]> {
  const response = await fetch(`${world.origin}/api/sync/runs/${id}/events`, {
    ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: Event[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, eventId, data] = /^id: (\d+)\nevent: run\ndata: (.*)$/.exec(block) ?? [];
      if (eventId !== undefined && data !== undefined) events.push({ id: eventId, run: JSON.parse(data) });
    }
    // Leaving the loop closes the connection, as a client that goes away does.
    if (events.length >= enough) break;
  }
  return events;
}

it('A run is followed live to its end, and again from where a client had stopped', async () => {
  const { world, id } = await slowRun();
  const [first] = await listen(world, id, { enough: 1 });
  expect(first?.run).toMatchObject({ id, state: 'running', phase: 'stage' });
  const events = await listen(world, id, { lastEventId: first?.id ?? '' });
  const ids = [first, ...events].map((event) => Number(event?.id));
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  expect(events.at(-1)?.run).toMatchObject({ state: 'finished', records_created: 2, done: 2, total: 2 });
  expect(await listen(world, id, { lastEventId: events.at(-1)?.id ?? '' })).toEqual([]);
});

it('A client that goes away does not stop the run it followed', async () => {
  const { world, id } = await slowRun();
  await listen(world, id, { enough: 1 });
  for (;;) {
    const { body } = await world.call('GET', `/api/sync/runs/${id}`);
    const run = body.data as Run;
    if (run.state !== 'running') {
      expect(run).toMatchObject({ state: 'finished', records_created: 2 });
      return;
    }
    await sleep(20);
  }
});

it('An unknown run, and a last event that was never given, are refused before the stream begins', async () => {
  const { world, id } = await slowRun();
  expect(await world.call('GET', '/api/sync/runs/99/events')).toMatchObject({ status: 404 });
  const response = await fetch(`${world.origin}/api/sync/runs/${id}/events`, {
    headers: { 'last-event-id': 'hier' },
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('lastEventId');
});

it('A tRPC subscription tells the same, over the same kind of stream', async () => {
  const { world, id } = await slowRun();
  const input = encodeURIComponent(JSON.stringify({ id }));
  const response = await fetch(`${world.origin}/trpc/runs.events?input=${input}`, {
    headers: { accept: 'text/event-stream' },
  });
  const told = [...(await response.text()).matchAll(/^data: (\{"id".*)\nid: (\d+)$/gm)];
  const runs = told.map(([, data = '']) => JSON.parse(data) as Run);
  expect(runs[0]).toMatchObject({ id, state: 'running' });
  expect(runs.at(-1)).toMatchObject({ state: 'finished', records_created: 2 });
  const ids = told.map(([, , eventId]) => Number(eventId));
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
});

it('A tRPC client that follows a run that is not there is told so, and asks no second time', async () => {
  const world = await openWorld('sqlite');
  const links = [httpSubscriptionLink({ url: `${world.origin}/trpc`, EventSource })];
  const error = await new Promise((resolve) => {
    const heard = { onError: resolve, onComplete: () => resolve(null), onData: resolve };
    createTRPCClient<AppRouter>({ links }).runs.events.subscribe({ id: 99 }, heard);
  });
  expect(error).toBeInstanceOf(TRPCClientError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/Aucune exécution ne porte l’identifiant 99/),
    data: { code: 'not_found' },
  });
});

it('A run that waits for the rate its vendor allows says so while it does, and until when', async () => {
  const world = await openWorld('sqlite', { airtable: GOOD_ROWS });
  await world.configure('airtable');
  const limiters = new RateLimiterPool();
  limiters.for(`airtable:${CONFIGURATIONS.airtable.base_id}`, [{ calls: 2, windowMs: 1_300 }]);
  const apiUrls = { airtable: world.airtable.url, notion: world.notion.url };
  const parts = { ...world.runParts, connect: connectWith({ apiUrls, sandboxUrls: null, limiters }) };
  const connection = await openForRun(parts, 'airtable');
  const run = await world.engine.start({ provider: 'airtable', direction: 'import', ...connection });
  const events = await listen(world, run.runId);
  const waits = events.flatMap((event) => event.run.wait ?? []);
  expect(waits.length).toBeGreaterThan(0);
  for (const { reason, message, until } of waits) {
    expect({ reason, message }).toEqual({
      reason: 'vendor_limit',
      message: expect.stringMatching(/débit permis/),
    });
    expect(Date.parse(until)).toBeLessThanOrEqual(Date.now() + 1_300);
  }
  expect(events.at(-1)?.run).toMatchObject({ state: 'finished', wait: null });
  await run.result;
});
