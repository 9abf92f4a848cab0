import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { StagedRecord, SyncLog, SyncRun } from '@passerelle/database';
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

  test('left open by a crash is closed at the next start, and gives the connection back', async () => {
    const id = await openRunOf(bench, { owner: ownerOf(await endedProcess()), lease_until: PAST });
    await bench.database.em().insert(StagedRecord, {
      run_id: id,
      position: 1,
      external_id: 'row000001',
      remote_created_at: PAST,
      deal_values: '{}',
    });
    expect(await bench.engine.recover()).toEqual([id]);
    expect(await bench.database.em().findOne(SyncLog, { id })).toMatchObject({ status: 'error' });
    expect(await stagedCount(bench.database)).toBe(0);
    bench.remote.add({ name: 'Aulne', amount: 5 });
    expect(await bench.import()).toMatchObject({ created: 1 });
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

  test('whose caller cancelled it stops before the next page and changes nothing', async () => {
    for (let i = 0; i < 250; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    const cancel = new AbortController();
    bench.remote.beforePage = () => cancel.abort();
    const run = bench.engine.run({
      provider: 'memory',
      direction: 'import',
      connector: bench.remote,
      mapping: null,
      signal: cancel.signal,
    });
    await expect(run).rejects.toMatchObject({ code: 'run_stopped' });
    expect(await deals(bench.database)).toEqual([]);
    expect(await stagedCount(bench.database)).toBe(0);
  });
});

const PAST = '2026-11-22T10:00:00.000Z';
const FUTURE = '9999-01-01T00:00:00.000Z';

const ownerOf = (pid: number) => `${hostname()}:${pid}:some-engine`;

async function openRunOf(bench: Workbench, held: { owner: string; lease_until: string }): Promise<number> {
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
