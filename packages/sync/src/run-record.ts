import { UniqueConstraintViolationException } from '@mikro-orm/core';
import {
  type Database,
  noteUndone,
  type RunHold,
  renewHold,
  SyncLog,
  SyncRun,
  takeRun,
  type WantedRecords,
  type Work,
} from '@passerelle/database';
import type { ColumnsRead } from './columns-read.ts';
import { SyncError } from './errors.ts';
import {
  type Alongside,
  inTransaction,
  type OnInterruption,
  type RunContext,
  type RunKind,
  type TransactionParts,
} from './run-context.ts';
import type { Tally } from './tally.ts';

/** How long a run may go without a sign of life before its process is taken for dead. */
const LEASE_SECONDS = 30;

/** The same in milliseconds: no run of a dead process is found out later than this. */
export const LEASE_MS = LEASE_SECONDS * 1000;

/** Between two signs of life, which also tell a run that another process was asked to stop it. */
export const HEARTBEAT_MS = 2_000;

type Parts = Omit<TransactionParts, 'hold'>;

/** Opens a run: its public record and its hold on the connection. Throws `run_active` when one is held already. */
export async function openRun(
  parts: Parts,
  run: {
    provider: string;
    direction: RunKind;
    owner: string;
    onInterruption: OnInterruption;
    now: Date;
    originRunId: number | null;
    wanted?: WantedRecords | undefined;
    alongside?: Alongside | undefined;
  },
): Promise<RunHold> {
  const { provider, direction, owner } = run;
  return refuseSecond(provider, () =>
    inTransaction(parts, 'open', async (work) => {
      const id = await work.em.insert(SyncLog, {
        provider,
        direction,
        status: 'running',
        started_at: run.now.toISOString(),
      });
      await work.em.insert(SyncRun, {
        id,
        provider,
        active_provider: provider,
        owner,
        on_interruption: run.onInterruption,
        // The database's clock sets it below.
        lease_until: '',
        origin_run_id: run.originRunId,
        wanted: run.wanted ? JSON.stringify(run.wanted) : null,
        phase: 'stage',
        phase_since: run.now.toISOString(),
      });
      const hold = { runId: id, fence: 1 };
      await renewHold(work, hold, LEASE_SECONDS);
      await run.alongside?.(work, id);
      return hold;
    }),
  );
}

/**
 * Takes a run up for `owner`, whether its process died or it ended before its end; `null` when someone else did
 * meanwhile. Throws `run_active` when another run of the provider is active.
 */
export function takeUpRun(
  parts: Parts,
  run: { hold: RunHold; provider: string; owner: string },
): Promise<RunHold | null> {
  return refuseSecond(run.provider, () =>
    inTransaction(parts, 'take-up', async (work) => {
      const hold = await takeRun(work, run.hold, { owner: run.owner, leaseSeconds: LEASE_SECONDS });
      if (hold === null) return null;
      const reopened = { status: 'running', error_message: null, completed_at: null };
      await work.em.nativeUpdate(SyncLog, { id: hold.runId }, reopened);
      return hold;
    }),
  );
}

async function refuseSecond<T>(provider: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    if (!(cause instanceof UniqueConstraintViolationException)) throw cause;
    throw new SyncError(
      'run_active',
      `Une synchronisation ${provider} est déjà en cours : attendez sa fin, puis recommencez.`,
      { cause },
    );
  }
}

/** Tells that the run's process is alive; whether the run is still its own, and whether it was asked to stop. */
export function renewLease(database: Database, hold: RunHold) {
  return renewHold({ em: database.em(), sql: database.sql }, hold, LEASE_SECONDS);
}

/** Stores how far the run is, in the transaction that stores what it did. */
export async function saveProgress(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope' | 'tally'>,
  progress: {
    phase: 'stage' | 'apply';
    cursor?: string | null;
    certificate?: string | null;
    recordsRead?: number;
    columnsRead?: ColumnsRead;
    appliedThrough?: number;
  },
): Promise<void> {
  await work.em.nativeUpdate(
    SyncRun,
    { id: run.runId },
    {
      base_id: run.scope.baseId,
      table_id: run.scope.tableId,
      ...settledCounts(run.tally),
      ...(progress.cursor === undefined ? {} : { stage_cursor: progress.cursor }),
      ...(progress.certificate === undefined ? {} : { certificate: progress.certificate }),
      ...(progress.recordsRead === undefined ? {} : { records_read: progress.recordsRead }),
      ...(progress.columnsRead === undefined ? {} : { columns_read: JSON.stringify(progress.columnsRead) }),
      ...(progress.appliedThrough === undefined ? {} : { applied_through: progress.appliedThrough }),
    },
  );
  if (progress.phase === 'apply') await work.em.nativeUpdate(SyncLog, { id: run.runId }, counts(run.tally));
}

/** Notes that a phase begins, or goes on after an interruption: its rate is counted from here. */
export async function beginPhase(
  work: Work,
  runId: number,
  phase: { name: 'stage' | 'apply'; done: number; total: number | null; now: Date },
): Promise<void> {
  await work.em.nativeUpdate(
    SyncRun,
    { id: runId },
    {
      phase: phase.name,
      phase_since: phase.now.toISOString(),
      phase_from: phase.done,
      records_total: phase.total,
    },
  );
}

/** How a run can end. */
export type EndedAs = 'finished' | 'failed' | 'cancelled' | 'interrupted';

/** Closes a run and gives the connection back. Throws `run_lost` when it is no longer ours to close. */
export async function closeRun(
  run: TransactionParts & { readonly hold: RunHold },
  end: {
    as: EndedAs;
    status: 'success' | 'partial' | 'error';
    message: string | null;
    tally: Tally;
    now: Date;
  },
): Promise<void> {
  const { runId: id } = run.hold;
  await inTransaction(run, 'close', async (work) => {
    const { em } = work;
    await em.nativeUpdate(
      SyncLog,
      { id },
      {
        status: end.status,
        error_message: end.message,
        completed_at: end.now.toISOString(),
        ...counts(end.tally),
      },
    );
    await em.nativeUpdate(
      SyncRun,
      { id },
      {
        // Where one that can be taken up stood stays to be read.
        ...(end.as === 'finished' ? { phase: 'done', stage_cursor: null } : {}),
        active_provider: null,
        ended_as: end.as,
        wait: null,
        ...settledCounts(end.tally),
      },
    );
    if (end.as === 'finished') await noteUndone(work, id);
  });
}

function counts(tally: Tally) {
  return {
    records_processed: tally.processed,
    records_created: tally.created,
    records_updated: tally.updated,
  };
}

function settledCounts(tally: Tally) {
  const { archived, unchanged, failed, withheld, errors, unknownStatuses } = tally;
  const silent = errors.length === 0 && unknownStatuses.length === 0 && withheld === null;
  return {
    records_archived: archived,
    records_unchanged: unchanged,
    records_failed: failed,
    told: silent ? null : JSON.stringify({ errors, unknownStatuses, withheld }),
  };
}
