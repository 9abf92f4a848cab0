import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { SyncLog, SyncRun } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SyncEngine } from '../src/index.ts';
import { addDeal, deals, stagedCount, type Workbench, workbench } from './support/workbench.ts';

describe.each(TEST_DIALECTS)('an interrupted run on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
  });
  afterEach(() => bench.remove());

  test('stopped with its process says what happened, and the next one finishes the work', async () => {
    for (let i = 0; i < 25; i += 1) await addDeal(bench.database, { client: `Client ${i}` });
    const write = bench.remote.writeBatch.bind(bench.remote);
    bench.remote.writeBatch = (request) => {
      void bench.engine.stop();
      return write(request);
    };
    await expect(bench.export()).rejects.toMatchObject({ code: 'run_stopped' });
    const [log] = await bench.database.em().find(SyncLog, {});
    expect(log).toMatchObject({ status: 'error', error_message: expect.stringMatching(/interrompue/) });
    expect(log?.records_created).toBe(bench.remote.rows.size);

    bench.remote.writeBatch = write;
    const engine = new SyncEngine({ database: bench.database });
    const result = await engine.run({
      provider: 'memory',
      direction: 'export',
      connector: bench.remote,
      mapping: null,
    });
    expect(result).toMatchObject({ status: 'success', processed: 25 });
    expect(bench.remote.rows.size).toBe(25);
  });

  test('takes no further run once it is stopping', async () => {
    await bench.engine.stop();
    await expect(bench.import()).rejects.toMatchObject({ code: 'run_stopped' });
    expect(await bench.database.em().count(SyncLog, {})).toBe(0);
  });

  test('left open by a crash is taken up at the next start, and goes to its end', async () => {
    bench.remote.add({ name: 'Aulne', amount: 5 });
    const id = await openRunOf(bench, {
      owner: ownerOf(await endedProcess()),
      lease_until: leaseOf(dialect),
    });
    const [run] = await bench.engine.recover();
    if (!run) throw new Error('no run to take up');
    const { runId, result } = await bench.engine.resume(run, { connector: bench.remote, mapping: null });
    expect(runId).toBe(id);
    expect(await result).toMatchObject({ runId: id, status: 'success', created: 1 });
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'success' });
    expect(await stagedCount(bench.database)).toBe(0);
    await expect(bench.engine.resume(run, { connector: bench.remote, mapping: null })).rejects.toMatchObject({
      code: 'not_resumable',
    });
  });

  test('left open by a crash is closed at the next start when its caller chose so', async () => {
    const held = {
      owner: ownerOf(await endedProcess()),
      lease_until: leaseOf(dialect),
      on_interruption: 'close',
    };
    const id = await openRunOf(bench, held);
    expect(await bench.engine.recover()).toEqual([]);
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'error' });
    bench.remote.add({ name: 'Aulne', amount: 5 });
    expect(await bench.import()).toMatchObject({ created: 1 });
  });

  test('that was taken up again and again without end is closed: it may be what kills its process', async () => {
    const id = await openRunOf(bench, { owner: 'another-machine:1:a', lease_until: PAST, fence: 6 });
    expect(await bench.engine.recover()).toEqual([]);
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'error' });
  });

  test('whose lease ran out after our start is closed by the next run, without another start', async () => {
    const id = await openRunOf(bench, { owner: 'another-machine:1:a', lease_until: PAST });
    bench.remote.add({ name: 'Aulne', amount: 5 });
    expect(await bench.import()).toMatchObject({ created: 1 });
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'error' });
  });

  test('is not taken for one while its process lives: starting a second server by mistake leaves it alone', async () => {
    const id = await openRunOf(bench, { owner: ownerOf(process.ppid), lease_until: FUTURE });
    expect(await bench.engine.recover()).toEqual([]);
    await expect(bench.export()).rejects.toMatchObject({ code: 'run_active' });
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'running' });
  });

  test('that someone cancels stops within a request, and is taken up where it stood', async () => {
    for (let i = 0; i < 250; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    const pages: (string | null)[] = [];
    bench.remote.beforePage = async (cursor) => {
      pages.push(cursor);
      if (pages.length === 2) await bench.engine.cancel(1);
    };
    const connection = { connector: bench.remote, mapping: null };
    await expect(bench.import()).rejects.toMatchObject({ code: 'run_cancelled', runId: 1 });
    expect(await deals(bench.database)).toEqual([]);
    expect(await bench.database.em().findOne(SyncRun, { id: 1 })).toMatchObject({ ended_as: 'cancelled' });
    expect(await bench.engine.cancel(1)).toBe(false);
    const { result } = await bench.engine.resume(
      { hold: { runId: 1, fence: 1 }, provider: 'memory' },
      connection,
    );
    expect(await result).toMatchObject({ created: 250, processed: 250 });
    // The second page was answered and stored, or not: no other is asked for again.
    expect(pages.filter((cursor) => cursor === null)).toHaveLength(1);
    expect(pages.length).toBeLessThanOrEqual(4);
  });

  test('of a process that slept past its lease writes nothing more once another has taken it up', async () => {
    for (let i = 0; i < 250; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    const other = new SyncEngine({ database: bench.database });
    const asleep = Promise.withResolvers<void>();
    const woken = Promise.withResolvers<void>();
    let pages = 0;
    bench.remote.beforePage = async () => {
      pages += 1;
      if (pages !== 2) return;
      asleep.resolve();
      await woken.promise;
    };
    const first = bench.import();
    await asleep.promise;
    const { result } = await other.resume(
      { hold: { runId: 1, fence: 1 }, provider: 'memory' },
      { connector: bench.remote, mapping: null },
    );
    expect(await result).toMatchObject({ created: 250 });
    woken.resolve();
    await expect(first).rejects.toMatchObject({ code: 'run_lost' });
    expect(await deals(bench.database)).toHaveLength(250);
    expect(await bench.database.em().findOne(SyncLog, { id: 1 })).toMatchObject({ status: 'success' });
  });
});

const PAST = '2026-11-22T10:00:00.000Z';
const FUTURE = '9999-01-01T00:00:00.000Z';

/** On one machine a dead process is known at once; elsewhere only the end of its lease tells. */
const leaseOf = (dialect: string) => (dialect === 'sqlite' ? FUTURE : PAST);

const ownerOf = (pid: number) => `${hostname()}:${pid}:some-engine`;

async function openRunOf(
  bench: Workbench,
  held: { owner: string; lease_until: string; on_interruption?: string; fence?: number },
): Promise<number> {
  const em = bench.database.em();
  const id = await em.insert(SyncLog, {
    provider: 'memory',
    direction: 'import',
    status: 'running',
    started_at: PAST,
  });
  await em.insert(SyncRun, { id, provider: 'memory', active_provider: 'memory', phase: 'stage', ...held });
  return id;
}

/** The number of a process that has run and ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}
