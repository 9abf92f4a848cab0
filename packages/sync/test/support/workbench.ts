import { type Database, Deal, RunOutcome, StagedRecord } from '@passerelle/database';
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
  return { ...test, remove, engine, remote, ...runs };
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
