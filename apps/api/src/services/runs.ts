import {
  ContractError,
  DEFAULT_EXCHANGE_ROWS,
  DEFAULT_RUN_RECORDS,
  DEFAULT_RUN_ROWS,
  detailsRemovedMessage,
  type Provider,
  type RetryRunInput,
  type RunAnswer,
  type RunsService,
  runNotFoundMessage,
  runNotResumableMessage,
  runOverMessage,
} from '@passerelle/contracts';
import {
  findRun,
  listExchanges,
  listRunRecords,
  listRuns,
  type RunRow,
  refusalCauses,
  SyncRun,
} from '@passerelle/database';
import type { StartedRun, SyncEngine } from '@passerelle/sync';
import type { ConnectionParts } from '../connections.ts';
import { answerPlan } from './answer-plan.ts';
import { correctRecord } from './correct-record.ts';
import { inContractWords, openForRun, openForUndo, openToResume } from './open-for-run.ts';
import { canResume, runAnswer } from './run-answer.ts';
import { runRecordAnswer } from './run-record-answer.ts';
import { answerRun } from './run-report.ts';
import { takePage } from './take-page.ts';
import { watchRun } from './watch-run.ts';
import { workOn } from './work-on.ts';

/** What the runs service works with. */
export interface RunsParts extends ConnectionParts {
  readonly engine: SyncEngine;
  readonly now: () => Date;
}

/** Runs under way and over: followed, cancelled, taken up, read record by record. */
export function runsService(parts: RunsParts): RunsService {
  const work = () => workOn(parts.database);
  return {
    list: async ({ provider, cursor: after, limit = DEFAULT_RUN_ROWS }, call) => {
      const rows = await listRuns(work(), { provider, after, limit: limit + 1 });
      return { success: true, data: takePage(rows, limit, call).map((row) => runAnswer(row, parts.now())) };
    },
    get: ({ id }) => answerOf(parts, id),
    records: async ({ id, outcome, cause, cursor = 0, limit = DEFAULT_RUN_RECORDS }, call) => {
      await findDetailed(parts, id);
      const rows = await listRunRecords(work(), id, { outcome, cause, after: cursor, limit: limit + 1 });
      const numbered = rows.map((row) => ({ ...row, id: row.position }));
      const page = takePage(numbered, limit, call);
      return { success: true, data: page.map(({ id: _, ...row }) => runRecordAnswer(row)) };
    },
    exchanges: async ({ id, mention, cursor: after = 0, limit = DEFAULT_EXCHANGE_ROWS }, call) => {
      await findDetailed(parts, id);
      const rows = await listExchanges(work(), id, { after, limit: limit + 1, mention });
      const numbered = rows.map((row) => ({ ...row, id: row.position }));
      return { success: true, data: takePage(numbered, limit, call).map(({ id: _, ...row }) => row) };
    },
    events: (input, { signal }) => watchRun({ now: parts.now, find: (id) => find(parts, id) }, input, signal),
    cancel: async ({ id }) => {
      await find(parts, id);
      if (!(await parts.engine.cancel(id))) throw new ContractError('run_over', runOverMessage(id));
      return answerOf(parts, id);
    },
    undo: async ({ id }, { signal }) => {
      const { provider } = await find(parts, id);
      const connection = await openForUndo(parts, { id, provider });
      const request = { provider, undoneRunId: id, connection, signal };
      const planId = await inContractWords(() => parts.engine.previewUndo(request));
      return { success: true, data: await answerPlan(parts, planId) };
    },
    causes: async ({ id }) => {
      await findDetailed(parts, id);
      const causes = await refusalCauses(work(), id);
      return { success: true, data: causes.map(({ records, ...cause }) => ({ ...cause, count: records })) };
    },
    correct: async (input) => {
      await findDetailed(parts, input.id);
      return correctRecord(parts, input);
    },
    retry: async (input) => {
      const { result } = await retry(parts, input);
      return answerRun(await inContractWords(() => result));
    },
    startRetry: async (input) => answerOf(parts, (await retry(parts, input)).runId),
    resume: async ({ id }) => {
      const run = await find(parts, id);
      if (!canResume(run)) throw new ContractError('run_not_resumable', runNotResumableMessage(id));
      const connection = await openToResume(parts, run);
      const { fence } = await parts.database.em().findOneOrFail(SyncRun, { id });
      const hold = { runId: id, fence };
      await inContractWords(() => parts.engine.resume({ hold, provider: run.provider }, connection));
      return answerOf(parts, id);
    },
  };
}

/** Begins to try refused records again. */
async function retry(parts: RunsParts, { id, positions, cause }: RetryRunInput): Promise<StartedRun> {
  const { provider } = await find(parts, id);
  const connection = await openForRun(parts, provider as Provider);
  const request = { provider, originRunId: id, wanted: { positions, cause }, ...connection };
  return inContractWords(() => parts.engine.startRetry(request));
}

/** The run as it is now, in its envelope. Throws `ContractError` `not_found`. */
export async function answerOf(parts: Pick<RunsParts, 'database' | 'now'>, id: number): Promise<RunAnswer> {
  return { success: true, data: runAnswer(await find(parts, id), parts.now()) };
}

async function find({ database }: Pick<RunsParts, 'database'>, id: number): Promise<RunRow> {
  const run = await findRun(workOn(database), id);
  if (run === null) throw new ContractError('not_found', runNotFoundMessage(id));
  return run;
}

/** A run whose details are still there. Throws `ContractError` `not_found`, `details_removed`. */
async function findDetailed(parts: Pick<RunsParts, 'database'>, id: number): Promise<void> {
  const { details_removed_at: removedAt } = await find(parts, id);
  if (removedAt !== null) throw new ContractError('details_removed', detailsRemovedMessage(id, removedAt));
}
