import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError } from '@passerelle/connector';
import { type Database, DealLink, openDatabase, PendingWrite, SyncLog, SyncRun } from '@passerelle/database';
import { expectEveryRecordToldOnce } from '@passerelle/database/testing';
import { expect, test } from 'vitest';
import { type Boundary, type BoundaryMoment, type Direction, SyncEngine } from '../src/index.ts';
import { MemoryConnector } from './support/memory-connector.ts';
import { addDeal } from './support/workbench.ts';

const ROUNDS = 200;

/** Always the same sequence, so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Both sides, before the run. */
async function prepare(database: Database): Promise<MemoryConnector> {
  const remote = new MemoryConnector({ pageSize: 5, maxWriteBatch: 4 });
  for (let index = 0; index < 14; index += 1) remote.add({ name: `Client ${index}`, amount: 100 + index });
  for (let index = 0; index < 9; index += 1) await addDeal(database, { client: `Saisi ${index}` });
  for (const notes of ['un', 'deux']) await addDeal(database, { client: 'Jumeaux', notes });
  remote.add({ name: 'Sans montant' });
  return remote;
}

const FIELDS = 'client, statut, montant_brut, notes';

async function left(database: Database, remote: MemoryConnector, runId: number) {
  const em = database.em();
  const log = await em.findOneOrFail(SyncLog, { id: runId });
  const run = await em.findOneOrFail(SyncRun, { id: runId });
  return {
    deals: await em.execute(`select ${FIELDS} from deals order by ${FIELDS}`),
    rows: [...remote.rows.values()].map(({ cells }) => JSON.stringify(cells)).toSorted(),
    links: await em.count(DealLink),
    unanswered: await em.count(PendingWrite),
    counts: [log.records_processed, log.records_created, log.records_updated],
    others: [run.records_unchanged, run.records_failed, log.status, run.ended_as],
  };
}

/** Empties both sides of everything but the tables. */
async function clear(database: Database): Promise<void> {
  for (const table of ['deal_links', 'deals', 'run_outcomes', 'pending_writes', 'sync_runs', 'sync_logs']) {
    await database.em().getConnection().execute(`delete from ${table}`);
  }
}

/** Runs to the end, cancelled at random moments and taken up again each time; answers the run's id and its pauses. */
async function runInPieces(
  database: Database,
  { remote, direction, random }: { remote: MemoryConnector; direction: Direction; random: () => number },
): Promise<{ runId: number; pauses: number }> {
  const connection = { connector: remote, mapping: null };
  let cancelIn = Number.POSITIVE_INFINITY;
  const atBoundary = async (_: Boundary, moment: BoundaryMoment) => {
    cancelIn -= 1;
    if (cancelIn > 0 || moment === 'inside') return;
    cancelIn = Number.POSITIVE_INFINITY;
    const [active] = await database.em().find(SyncRun, { active_provider: { $ne: null } });
    if (active) await engine.cancel(active.id);
  };
  const engine = new SyncEngine({
    database,
    atBoundary,
    retry: { attempts: 4, firstDelayMs: 1, maxDelayMs: 2 },
    batches: { importRows: 4, exportDeals: 5 },
  });
  const next = () => {
    cancelIn = 2 + Math.floor(random() * 30);
    if (direction === 'export' && remote.faults.length === 0 && random() < 0.3) {
      const error = new ConnectorError('outcome_unknown', 'Réponse perdue.');
      remote.faults.push({ on: 'writeBatch', when: random() < 0.5 ? 'before' : 'after', error });
    }
  };
  next();
  let { runId, result } = await engine.start({ provider: 'memory', direction, ...connection });
  for (let pauses = 0; ; pauses += 1) {
    const error = await result.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error === null) return { runId, pauses };
    expect(error).toMatchObject({ code: 'run_cancelled' });
    const { fence } = await database.em().findOneOrFail(SyncRun, { id: runId });
    next();
    if (pauses > 3) cancelIn = Number.POSITIVE_INFINITY;
    ({ runId, result } = await engine.resume({ hold: { runId, fence }, provider: 'memory' }, connection));
    await sleep(0);
  }
}

test(`${ROUNDS} runs, cancelled at random moments and taken up again, end as if nobody had touched them`, async () => {
  // In memory: nothing here has to survive a power cut.
  const database = await openDatabase({ url: 'sqlite::memory:' });
  await database.migrate();
  const expected = {} as Record<Direction, unknown>;
  for (const direction of ['import', 'export'] as const) {
    const remote = await prepare(database);
    const engine = new SyncEngine({ database });
    const { runId } = await engine.run({ provider: 'memory', direction, connector: remote, mapping: null });
    expected[direction] = await left(database, remote, runId);
    await clear(database);
  }
  let pauses = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const direction = round % 2 === 0 ? 'import' : 'export';
    const remote = await prepare(database);
    const run = await runInPieces(database, { remote, direction, random: randomFrom(round) });
    pauses += run.pauses;
    expect({ round, ...(await left(database, remote, run.runId)) }).toEqual({
      round,
      ...(expected[direction] as object),
    });
    await expectEveryRecordToldOnce(database);
    await clear(database);
  }
  expect(pauses).toBeGreaterThan(ROUNDS / 2);
  await database.close();
}, 300_000);
