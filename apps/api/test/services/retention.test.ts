import {
  MirroredRecord,
  PlanRecord,
  RemoteMirror,
  RunExchange,
  RunOutcome,
  StagedRecord,
  SyncDeletion,
  SyncLog,
  SyncPlan,
  SyncRun,
} from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { cleanUp } from '../../src/clean-up.ts';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const THEN = '2026-02-01T08:00:00.000Z';
const NOW = '2026-05-04T08:00:00.000Z';
const KEEP = { days: 90, records: 1_000_000 };
const NEVER = new AbortController().signal;

/** A world whose clock is told the time; runs and plans of it are as old as the test says. */
async function worldOf(dialect: (typeof TEST_DIALECTS)[number]) {
  const clock = { now: new Date(THEN) };
  const world = await openWorld(dialect, { airtable: GOOD_ROWS }, () => clock.now);
  await world.configure('airtable');
  const at = (time: string) => {
    clock.now = new Date(time);
  };
  const clean = (retention = KEEP) =>
    cleanUp(world.database, { retention, now: clock.now, signal: NEVER, stepRows: 2 });
  const run = async () => (await world.call('POST', '/api/sync/airtable/import')).body.run_id as number;
  return { world, at, clean, run };
}

async function runOf(world: World, id: number) {
  return (await world.call('GET', `/api/sync/runs/${id}`)).body.data as Record<string, unknown>;
}

const outcomesOf = ({ database }: World, id: number) => database.em().count(RunOutcome, { run_id: id });

const exchangesOf = ({ database }: World, id: number) => database.em().count(RunExchange, { run_id: id });

/** A run of another process that ended before its end, with staged rows and outcomes. */
async function interruptedRun({ database }: World, provider: string): Promise<number> {
  const em = database.em();
  const log = { provider, direction: 'import', status: 'error', started_at: THEN, completed_at: THEN };
  const id = await em.insert(SyncLog, { ...log, records_processed: 1, records_created: 1 });
  const held = { owner: 'another-machine:1:a', lease_until: THEN, ended_as: 'failed', phase: 'apply' };
  await em.insert(SyncRun, { id, provider, ...held });
  await em.insert(RunOutcome, { run_id: id, position: 1, outcome: 'created', name: 'Aulne' });
  await stage(database, id);
  return id;
}

async function stage(database: World['database'], runId: number): Promise<void> {
  const row = { external_id: `rec${runId}`, remote_created_at: THEN, deal_values: '{}' };
  await database.em().insert(StagedRecord, { run_id: runId, position: 1, ...row });
}

describe.each(TEST_DIALECTS)('What is kept for a time (%s)', (dialect) => {
  it('goes when it is too old, and the run says that it went and when, in place of an empty list', async () => {
    const { world, at, clean, run } = await worldOf(dialect);
    const old = await run();
    await world.call('PUT', '/api/deals/1', { notes: 'Vu.' });
    at('2026-04-01T08:00:00.000Z');
    const recent = await run();
    at(NOW);
    await clean();
    expect(await outcomesOf(world, old)).toBe(0);
    expect(await exchangesOf(world, old)).toBe(0);
    expect(await exchangesOf(world, recent)).toBeGreaterThan(0);
    expect((await world.call('GET', `/api/sync/runs/${old}/exchanges`)).status).toBe(410);
    expect(await outcomesOf(world, recent)).toBe(2);
    expect(await world.call('GET', `/api/sync/runs/${old}/records`)).toEqual({
      status: 410,
      body: {
        success: false,
        error: `Le détail des enregistrements de l’exécution ${old} a été retiré le 04/05/2026, la durée de conservation passée. Ses totaux restent.`,
      },
    });
    expect(await runOf(world, old)).toMatchObject({ details_removed_at: NOW, records_created: 2 });
    expect(await runOf(world, recent)).toMatchObject({ details_removed_at: null });
    expect((await world.call('GET', `/api/sync/runs/${recent}/records`)).status).toBe(200);
    // What is for ever: the history of runs and of deals.
    expect((await world.call('GET', '/api/sync/logs')).body.data).toHaveLength(2);
    expect((await world.call('GET', '/api/deals/1/history')).body.data).not.toEqual([]);
  });

  it('goes when there is too much of it, the oldest first, but never that of the last run', async () => {
    const { world, at, clean, run } = await worldOf(dialect);
    const runs = [await run(), await run(), await run()];
    at('2026-02-02T08:00:00.000Z');
    await clean({ days: 90, records: 4 });
    const left = () => Promise.all(runs.map((id) => outcomesOf(world, id)));
    expect(await left()).toEqual([0, 2, 2]);
    await clean({ days: 90, records: 1 });
    expect(await left()).toEqual([0, 0, 2]);
  });

  it('stays while a run may be taken up, and once its time has passed the run no longer can', async () => {
    const { world, at, clean } = await worldOf(dialect);
    const id = await interruptedRun(world, 'airtable');
    at('2026-04-01T08:00:00.000Z');
    await clean({ days: 90, records: 1 });
    expect(await runOf(world, id)).toMatchObject({ can_resume: true, details_removed_at: null });
    expect(await world.database.em().count(StagedRecord)).toBe(1);
    at(NOW);
    await clean();
    expect(await runOf(world, id)).toMatchObject({ can_resume: false, details_removed_at: NOW });
    expect(await outcomesOf(world, id)).toBe(0);
    expect(await world.database.em().count(StagedRecord)).toBe(0);
    expect((await world.call('POST', `/api/sync/runs/${id}/resume`)).status).toBe(409);
  });

  it('does not hold staged rows of runs that another one followed, nor of previews whose process died', async () => {
    const { world, at, clean, run } = await worldOf(dialect);
    const dead = await interruptedRun(world, 'airtable');
    const em = world.database.em();
    const times = { created_at: THEN, expires_at: '2026-02-01T09:00:00.000Z' };
    const plan = { provider: 'airtable', direction: 'import', ...times };
    const killed = await em.insert(SyncPlan, { ...plan, state: 'planning' });
    await stage(world.database, -killed);
    await run();
    await stage(world.database, dead);
    at('2026-02-05T08:00:00.000Z');
    await clean();
    // A preview is made for an hour at most; its plan is forgotten a week later, and its rows with it.
    expect(await em.find(StagedRecord, {}, { fields: ['run_id'] })).toMatchObject([{ run_id: -killed }]);
    at('2026-02-10T08:00:00.000Z');
    await clean();
    expect(await em.count(StagedRecord)).toBe(0);
    expect(await em.count(SyncPlan)).toBe(0);
  });

  it('holds plans for a week after they expired, with their records', async () => {
    const { world, at, clean } = await worldOf(dialect);
    const { body } = await world.call('POST', '/api/sync/airtable/preview?direction=import');
    const { id } = body.data as { id: number };
    at('2026-02-08T08:00:00.000Z');
    await clean();
    expect(await world.database.em().count(PlanRecord, { plan_id: id })).toBe(2);
    at('2026-02-08T10:00:00.000Z');
    await clean();
    expect(await world.database.em().count(PlanRecord)).toBe(0);
    expect(await world.call('GET', `/api/sync/plans/${id}/records`)).toMatchObject({ status: 404 });
  });

  it('holds no mirror of a connection that was removed, or that nothing has imported for as long', async () => {
    const { world, at, clean, run } = await worldOf(dialect);
    await run();
    const em = world.database.em();
    const mirrored = () => Promise.all([em.count(RemoteMirror), em.count(MirroredRecord)]);
    expect(await mirrored()).toEqual([1, 2]);
    await clean();
    expect(await mirrored()).toEqual([1, 2]);
    await world.call('DELETE', '/api/connectors/config/airtable');
    // Nothing reads the rows from then on; they go in their own time.
    expect(await mirrored()).toEqual([0, 2]);
    await clean();
    expect(await mirrored()).toEqual([0, 0]);
    await world.configure('airtable');
    await run();
    at(NOW);
    await clean();
    expect(await mirrored()).toEqual([0, 0]);
    expect((await world.call('POST', '/api/sync/airtable/import')).body).toMatchObject({
      records_unchanged: 2,
    });
  });

  it('holds deletions that somebody decided on, and no others once both sides have had the record again', async () => {
    const { world, at, clean } = await worldOf(dialect);
    const em = world.database.em();
    const lost = {
      ...{ remote_table_id: 1, deal_id: 1, side: 'remote', agreed: '{}', survivor: '', run_id: 1 },
      noticed_at: THEN,
    };
    for (const state of ['pending', 'kept', 'archived', 'left', 'returned', 'restored']) {
      await em.insert(SyncDeletion, { ...lost, external_id: state, state });
    }
    const left = async () => {
      const rows = await em.find(SyncDeletion, {}, { orderBy: { id: 'asc' } });
      return rows.map(({ state }) => state);
    };
    at('2026-04-01T08:00:00.000Z');
    await clean();
    expect(await left()).toHaveLength(6);
    at(NOW);
    await clean();
    expect(await left()).toEqual(['pending', 'kept', 'archived', 'left']);
  });

  it('goes in steps between which others write, and stops between two of them when it is told to', async () => {
    const { world, at } = await worldOf(dialect);
    const id = await interruptedRun(world, 'airtable');
    const em = world.database.em();
    await em.nativeUpdate(SyncLog, { id }, { records_processed: 3_001 });
    const outcomes = Array.from({ length: 3_000 }, (_, index) => ({
      ...{ run_id: id, position: index + 2, outcome: 'unchanged', name: 'Aulne' },
    }));
    await em.insertMany(RunOutcome, outcomes);
    at(NOW);
    const stop = new AbortController();
    const options = { retention: KEEP, now: new Date(NOW), signal: stop.signal, stepRows: 50 };
    const cleaning = cleanUp(world.database, options);
    const left: number[] = [];
    for (let write = 0; write < 5; write++) {
      const deal = { client: `Client ${write}`, statut: 'prospect', montant_brut: 10 };
      expect((await world.call('POST', '/api/deals', deal)).status).toBe(201);
      left.push(await outcomesOf(world, id));
    }
    // Each write was over before the cleaning was, and the cleaning went on between them.
    expect(left.at(-1)).toBeGreaterThan(0);
    expect(new Set(left).size).toBeGreaterThan(1);
    stop.abort();
    await expect(cleaning).rejects.toMatchObject({ name: 'AbortError' });
    const stoppedAt = await outcomesOf(world, id);
    expect(stoppedAt).toBeGreaterThan(0);
    await cleanUp(world.database, { ...options, signal: NEVER, stepRows: 1_000 });
    expect(await outcomesOf(world, id)).toBe(0);
  });
});

it('Two processes on one PostgreSQL that clean at the same time forget everything once', async () => {
  const { world, at } = await worldOf('postgresql');
  const id = await interruptedRun(world, 'airtable');
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    ...{ run_id: id, position: index + 2, outcome: 'unchanged', name: 'Aulne' },
  }));
  await world.database.em().insertMany(RunOutcome, rows);
  at(NOW);
  const options = { retention: KEEP, now: new Date(NOW), signal: NEVER, stepRows: 100 };
  await Promise.all([cleanUp(world.database, options), cleanUp(world.database, options)]);
  expect(await outcomesOf(world, id)).toBe(0);
});
