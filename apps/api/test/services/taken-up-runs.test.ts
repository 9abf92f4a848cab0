import { SyncLog, SyncRun } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { SyncEngine } from '@passerelle/sync';
import { describe, expect, it } from 'vitest';
import { takeUpRuns } from '../../src/take-up-runs.ts';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

/** A run of a process on another machine that was killed: its lease goes on for a moment. */
async function killedRun({ database }: World): Promise<number> {
  const em = database.em();
  const log = {
    provider: 'airtable',
    direction: 'import',
    status: 'running',
    started_at: '2026-11-22T10:00:00Z',
  };
  const id = await em.insert(SyncLog, log);
  const held = { owner: 'another-machine:1:a', lease_until: '9999-01-01T00:00:00.000Z' };
  await em.insert(SyncRun, {
    id,
    provider: 'airtable',
    active_provider: 'airtable',
    phase: 'stage',
    ...held,
  });
  return id;
}

/** The lease runs out. */
function expire({ database }: World, id: number) {
  return database.em().nativeUpdate(SyncRun, { id }, { lease_until: '2026-11-22T10:00:30.000Z' });
}

async function runOf(world: World, id: number) {
  const { body } = await world.call('GET', `/api/sync/runs/${id}`);
  return body.data as Record<string, unknown>;
}

/** Every look of a server that goes on: until the run has ended. */
async function ended(world: World, id: number) {
  await expect.poll(async () => (await runOf(world, id)).state).not.toBe('running');
  return runOf(world, id);
}

describe('A run whose process was killed less than a lease before the start', () => {
  it('is left alone until its lease is over, then taken up without another start, by one process', async () => {
    const world = await openWorld('postgresql', { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const id = await killedRun(world);
    const engines = [0, 1].map(() => new SyncEngine({ database: world.database }));
    const look = () => Promise.all(engines.map((engine) => takeUpRuns({ ...world.runParts, engine })));
    await look();
    expect(await runOf(world, id)).toMatchObject({ state: 'running', done: 0 });
    await expire(world, id);
    await look();
    await look();
    expect(await ended(world, id)).toMatchObject({
      state: 'finished',
      status: 'success',
      records_created: 2,
    });
    // Raised once: by the one that took it up.
    expect(await world.database.em().findOne(SyncRun, { id })).toMatchObject({ fence: 2 });
    await look();
    expect(await world.database.em().count(SyncLog)).toBe(1);
    await Promise.all(engines.map((engine) => engine.stop()));
  });
});

describe.each(TEST_DIALECTS)('Looking for runs to take up (%s)', (dialect) => {
  it('leaves alone those of its own that could not renew their lease', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    world.airtable.faults.add({ kind: 'delay', delayMs: 300, match: { path: '/Deals|/tbl' } });
    const { body } = await world.call('POST', '/api/sync/airtable/runs', { direction: 'import' });
    const { id } = body.data as { id: number };
    await expire(world, id);
    await takeUpRuns(world.runParts);
    expect(await ended(world, id)).toMatchObject({ state: 'finished' });
    expect(await world.database.em().findOne(SyncRun, { id })).toMatchObject({ fence: 1 });
  });

  it('closes one whose connection is gone, once', async () => {
    const world = await openWorld(dialect);
    const id = await killedRun(world);
    await expire(world, id);
    await takeUpRuns(world.runParts);
    const closed = await runOf(world, id);
    expect(closed).toMatchObject({ state: 'failed', message: expect.stringMatching(/Aucune configuration/) });
    await takeUpRuns(world.runParts);
    expect(await runOf(world, id)).toEqual(closed);
  });
});
