import {
  ContractError,
  DEFAULT_LOGS,
  inactiveMessage,
  type ListLogsInput,
  type SyncLog as LogAnswer,
  MAX_RUN_ERRORS,
  NOTHING_TO_EXPORT_MESSAGE,
  type Provider,
  type RunReport,
  type SyncService,
} from '@passerelle/contracts';
import { type Database, isoUtc, listSyncLogs, SyncLog } from '@passerelle/database';
import {
  type Direction,
  type RunRequest,
  type RunResult,
  type SyncEngine,
  SyncError,
  type SyncErrorCode,
} from '@passerelle/sync';
import { type ConnectionParts, openConnection } from '../connections.ts';
import { answerPlan } from './plans.ts';
import { takePage } from './take-page.ts';

/** What the sync service works with. */
export interface SyncParts extends ConnectionParts {
  readonly engine: SyncEngine;
  readonly now: () => Date;
}

/** Runs, and their history. */
export function syncService(parts: SyncParts): SyncService {
  return {
    import: async ({ provider }) => answerRun(await run(parts, provider, 'import')),
    export: async ({ provider }) => {
      const result = await run(parts, provider, 'export');
      const message = result.processed === 0 ? { message: NOTHING_TO_EXPORT_MESSAGE } : {};
      return { ...answerRun(result), ...message };
    },
    preview: async ({ provider, direction }, { signal }) => {
      const request = await requestOf(parts, provider, direction);
      const id = await foreseen(parts.engine.preview({ ...request, signal }));
      return { success: true, data: await answerPlan(parts, id) };
    },
    logs: async (input, call) => {
      const limit = input.limit ?? DEFAULT_LOGS;
      const rows = await findLogs(parts.database, { ...input, limit: limit + 1 });
      return { success: true, data: takePage(rows, limit, call).map(answerLog) };
    },
  };
}

/** Runs to the end, even when the client goes away: half a run helps nobody. */
async function run(parts: SyncParts, provider: Provider, direction: Direction): Promise<RunResult> {
  return foreseen(parts.engine.run(await requestOf(parts, provider, direction)));
}

async function requestOf(parts: SyncParts, provider: Provider, direction: Direction): Promise<RunRequest> {
  const { connector, mapping, isActive } = await openConnection(parts, provider);
  if (!isActive) throw new ContractError('connector_inactive', inactiveMessage(provider));
  return { provider, direction, connector, mapping };
}

/** What the engine does, its refusals told in the contract's words. */
async function foreseen<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    throw new ContractError(CODES[error.code], error.message, { cause: error });
  }
}

const CODES = {
  run_active: 'run_active',
  run_failed: 'run_failed',
  mapping_unusable: 'run_failed',
  run_stopped: 'not_ready',
} as const satisfies Record<SyncErrorCode, ContractError['code']>;

function answerRun(result: RunResult): RunReport {
  return {
    success: true,
    status: result.status,
    run_id: result.runId,
    records_processed: result.processed,
    records_created: result.created,
    records_updated: result.updated,
    records_unchanged: result.unchanged,
    records_failed: result.failed,
    errors: result.errors.slice(0, MAX_RUN_ERRORS),
    unknown_statuses: result.unknownStatuses,
  };
}

/** Newest first; runs begun in the same millisecond in the order of their ids. */
async function findLogs(
  database: Database,
  { provider, cursor, limit }: ListLogsInput & { limit: number },
): Promise<SyncLog[]> {
  const em = database.em();
  if (cursor !== undefined && (await em.count(SyncLog, { id: cursor })) === 0) throw unknownCursor(cursor);
  return listSyncLogs({ em, sql: database.sql }, { provider, after: cursor, limit });
}

/** An adopted history may hold times without a zone: they are UTC. */
function answerLog(log: SyncLog): LogAnswer {
  const { started_at, completed_at } = log;
  return {
    ...log,
    started_at: isoUtc(started_at),
    completed_at: completed_at ? isoUtc(completed_at) : null,
  } as LogAnswer;
}

function unknownCursor(cursor: number): ContractError {
  const detail = `Champ cursor : « ${cursor} » n'est l'identifiant d'aucune exécution. Repartez de la première page.`;
  return new ContractError('bad_input', detail, { faults: [{ pointer: '/cursor', detail }] });
}
