import {
  ContractError,
  DEFAULT_LOGS,
  type ListLogsInput,
  type SyncLog as LogAnswer,
  NOTHING_TO_EXPORT_MESSAGE,
  type Provider,
  type SyncService,
} from '@passerelle/contracts';
import { type Database, isoUtc, listSyncLogs, SyncLog } from '@passerelle/database';
import type { Direction, RunResult } from '@passerelle/sync';
import { answerPlan } from './answer-plan.ts';
import { inContractWords, openForRun } from './open-for-run.ts';
import { answerRun } from './run-report.ts';
import { answerOf, type RunsParts } from './runs.ts';
import { takePage } from './take-page.ts';

/** Runs, and their history. */
export function syncService(parts: RunsParts): SyncService {
  return {
    import: async ({ provider, full }) =>
      answerRun(await run(parts, { provider, full, direction: 'import' })),
    export: async ({ provider }) => {
      const result = await run(parts, { provider, direction: 'export' });
      const message = result.processed === 0 ? { message: NOTHING_TO_EXPORT_MESSAGE } : {};
      return { ...answerRun(result), ...message };
    },
    sync: async ({ provider }) => answerRun(await run(parts, { provider, direction: 'sync' })),
    preview: async ({ provider, direction }, { signal }) => {
      const connection = await openForRun(parts, provider);
      const request = { provider, direction, signal, ...connection };
      const id = await inContractWords(() => parts.engine.preview(request));
      return { success: true, data: await answerPlan(parts, id) };
    },
    start: async ({ provider, direction, full, on_interruption: onInterruption }) => {
      const connection = await openForRun(parts, provider);
      const request = { provider, direction, full, onInterruption, ...connection };
      const { runId } = await inContractWords(() => parts.engine.start(request));
      return answerOf(parts, runId);
    },
    logs: async (input, call) => {
      const limit = input.limit ?? DEFAULT_LOGS;
      const rows = await findLogs(parts.database, { ...input, limit: limit + 1 });
      return { success: true, data: takePage(rows, limit, call).map(answerLog) };
    },
  };
}

/** Runs to the end, even when the client goes away: half a run helps nobody. */
async function run(
  parts: RunsParts,
  wish: { provider: Provider; direction: Direction; full?: boolean | undefined },
): Promise<RunResult> {
  const connection = await openForRun(parts, wish.provider);
  return inContractWords(() => parts.engine.run({ ...wish, ...connection }));
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
