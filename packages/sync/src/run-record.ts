import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { clearStaging, type Database, SyncLog, SyncRun, type Work } from '@passerelle/database';
import { SyncError } from './errors.ts';
import type { Direction, RunContext } from './run-context.ts';
import { inTransaction } from './run-context.ts';
import type { Tally } from './tally.ts';

/** How long a run may go without a sign of life before its process is taken for dead. */
export const LEASE_MS = 30_000;

/** Opens a run: its public record and its hold on the connection. Throws `run_active` when one is held already. */
export async function openRun(
  database: Database,
  run: { provider: string; direction: Direction; owner: string; now: Date },
): Promise<number> {
  try {
    return await inTransaction({ database }, async ({ em }) => {
      const id = await em.insert(SyncLog, {
        provider: run.provider,
        direction: run.direction,
        status: 'running',
        started_at: run.now.toISOString(),
      });
      await em.insert(SyncRun, {
        id,
        provider: run.provider,
        active_provider: run.provider,
        owner: run.owner,
        lease_until: leaseUntil(run.now),
        phase: 'stage',
      });
      return id;
    });
  } catch (cause) {
    if (!(cause instanceof UniqueConstraintViolationException)) throw cause;
    throw new SyncError(
      'run_active',
      `Une synchronisation ${run.provider} est déjà en cours : attendez sa fin, puis recommencez.`,
      { cause },
    );
  }
}

/** Tells that the run's process is alive. */
export async function renewLease(database: Database, runId: number, now: Date): Promise<void> {
  await database.em().nativeUpdate(SyncRun, { id: runId }, { lease_until: leaseUntil(now) });
}

/** Stores how far the run is, in the transaction that stores what it did. */
export async function saveProgress(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope' | 'tally'>,
  progress: {
    phase: 'stage' | 'apply';
    cursor?: string | null;
    certificate?: string;
    appliedThrough?: number;
  },
): Promise<void> {
  await work.em.nativeUpdate(
    SyncRun,
    { id: run.runId },
    {
      phase: progress.phase,
      base_id: run.scope.baseId,
      table_id: run.scope.tableId,
      records_unchanged: run.tally.unchanged,
      records_failed: run.tally.failed,
      ...(progress.cursor === undefined ? {} : { stage_cursor: progress.cursor }),
      ...(progress.certificate === undefined ? {} : { certificate: progress.certificate }),
      ...(progress.appliedThrough === undefined ? {} : { applied_through: progress.appliedThrough }),
    },
  );
  if (progress.phase === 'apply') await work.em.nativeUpdate(SyncLog, { id: run.runId }, counts(run.tally));
}

/** Closes a run for good and gives the connection back. */
export async function closeRun(
  database: Database,
  run: {
    runId: number;
    status: 'success' | 'partial' | 'error';
    message: string | null;
    tally: Tally;
    now: Date;
  },
): Promise<void> {
  await inTransaction({ database }, async ({ em }) => {
    await em.nativeUpdate(
      SyncLog,
      { id: run.runId },
      {
        status: run.status,
        error_message: run.message,
        completed_at: run.now.toISOString(),
        ...counts(run.tally),
      },
    );
    await em.nativeUpdate(
      SyncRun,
      { id: run.runId },
      {
        phase: 'done',
        active_provider: null,
        stage_cursor: null,
        records_unchanged: run.tally.unchanged,
        records_failed: run.tally.failed,
      },
    );
  });
}

/** What an interrupted run is told to have been. */
export const INTERRUPTED_MESSAGE =
  'Synchronisation interrompue par l’arrêt du serveur. Ce qui était fait est enregistré, rien n’est perdu : relancez-la pour la terminer.';

/**
 * Closes the runs whose process is gone. `ownerIsGone` tells it of a run whose lease has not run out yet:
 * on SQLite, whose file one machine holds, processes that no longer run are.
 */
export async function closeInterruptedRuns(
  database: Database,
  { now, ownerIsGone }: { now: Date; ownerIsGone: (owner: string) => boolean },
): Promise<number[]> {
  const em = database.em();
  const active = await em.find(SyncRun, { active_provider: { $ne: null } });
  const dead = active.filter((run) => run.lease_until < now.toISOString() || ownerIsGone(run.owner));
  for (const run of dead) {
    await inTransaction({ database }, async (work) => {
      await clearStaging(work, run.id);
      await work.em.nativeUpdate(
        SyncRun,
        { id: run.id },
        { active_provider: null, phase: 'done', stage_cursor: null },
      );
      await work.em.nativeUpdate(
        SyncLog,
        { id: run.id },
        { status: 'error', error_message: INTERRUPTED_MESSAGE, completed_at: now.toISOString() },
      );
    });
  }
  return dead.map((run) => run.id);
}

function leaseUntil(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}

function counts(tally: Tally) {
  return {
    records_processed: tally.processed,
    records_created: tally.created,
    records_updated: tally.updated,
  };
}
