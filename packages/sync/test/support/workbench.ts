import {
  type Database,
  Deal,
  type PlanRow,
  planRowsAfter,
  RunOutcome,
  StagedRecord,
  saveDealChanges,
} from '@passerelle/database';
import { expectEveryRecordToldOnce, openTestDatabase, type TestDatabase } from '@passerelle/database/testing';
import { SyncEngine } from '../../src/index.ts';
import { MemoryConnector } from './memory-connector.ts';

/** Waits that tests need not live through. */
const NO_WAIT = { attempts: 4, firstDelayMs: 1, maxDelayMs: 2 };

/** A database, an engine and a remote table to run against each other. */
export interface Workbench extends TestDatabase {
  readonly engine: SyncEngine;
  readonly remote: MemoryConnector;
  import(): ReturnType<SyncEngine['run']>;
  export(): ReturnType<SyncEngine['run']>;
  sync(): ReturnType<SyncEngine['run']>;
  /** Changes a deal as a person does, by the form. */
  edit(id: number, values: Partial<Deal>): Promise<void>;
}

/** Sets one up on a fresh database of the dialect. */
export async function workbench(
  dialect: Database['dialect'],
  remote = new MemoryConnector(),
): Promise<Workbench> {
  const test = await openTestDatabase(dialect);
  const engine = new SyncEngine({ database: test.database, retry: NO_WAIT });
  const run = (direction: 'import' | 'export' | 'sync') =>
    engine.run({ provider: 'memory', direction, connector: remote, mapping: null });
  const remove = async () => {
    await expectEveryRecordToldOnce(test.database);
    await test.remove();
  };
  const runs = { import: () => run('import'), export: () => run('export'), sync: () => run('sync') };
  const edit = (id: number, values: Partial<Deal>) => editDeal(test.database, id, values);
  return { ...test, remove, engine, remote, edit, ...runs };
}

/** A deal as the form would store it. */
export async function addDeal(
  database: Database,
  values: Partial<Deal> & { client: string },
): Promise<number> {
  const now = '2026-11-01T08:00:00.000Z';
  return database.em().insert(Deal, {
    statut: 'prospect',
    montant_brut: 1000,
    probabilite: 0.1,
    valeur_ponderee: 100,
    created_at: now,
    updated_at: now,
    ...values,
  });
}

/** Every deal, in the order of their ids. */
export function deals(database: Database): Promise<Deal[]> {
  return database.em().find(Deal, {}, { orderBy: { id: 'asc' } });
}

/** How many outcomes a run stored. */
export function outcomeCount(database: Database, runId: number): Promise<number> {
  return database.em().count(RunOutcome, { run_id: runId });
}

/** How many staged rows are left of all runs. */
export function stagedCount(database: Database): Promise<number> {
  return database.em().count(StagedRecord, {});
}

/** Changes a deal as the form does, noting it in its history. */
async function editDeal(database: Database, id: number, values: Partial<Deal>): Promise<void> {
  await database.em().transactional(async (em) => {
    const deal = await em.findOneOrFail(Deal, { id });
    const changes = Object.entries(values).map(([field, after]) => [
      field,
      { before: deal[field as keyof typeof values] ?? null, after },
    ]);
    const at = new Date().toISOString();
    await saveDealChanges({ em, sql: database.sql }, { origin: 'form', runId: null, at }, [
      { dealId: id, kind: 'updated', changes: Object.fromEntries(changes) },
    ]);
    em.assign(deal, { ...values, updated_at: at });
  });
}

/** Plans the undo of a run and applies the plan; answers both. */
export async function undo(
  { engine, remote, database }: Pick<Workbench, 'engine' | 'remote' | 'database'>,
  runId: number,
): Promise<{ plan: PlanRow[]; result: Awaited<ReturnType<SyncEngine['run']>> }> {
  const request = {
    provider: 'memory',
    undoneRunId: runId,
    connection: { connector: remote, mapping: null },
  };
  const planId = await engine.previewUndo(request);
  const work = { em: database.em(), sql: database.sql };
  const plan = await planRowsAfter(work, planId, { after: 0, limit: 1000 });
  const { result } = await engine.startUndo({ ...request, planId });
  return { plan, result: await result };
}
