import { activeRuns, type Database, type RunHold, requestCancel } from '@passerelle/database';
import type { AtBoundary } from './boundaries.ts';
import { DEFAULT_RETRY, type RetryPolicy } from './call-vendor.ts';
import { claimPlan } from './claim-plan.ts';
import { failureOf, INTERRUPTED_MESSAGES, summaryOf } from './end-run.ts';
import { SyncError } from './errors.ts';
import { findInterrupted, type InterruptedRun } from './find-interrupted.ts';
import { forgetStaging, forgetStagingOf } from './forget-staging.ts';
import { LiveRun } from './live-run.ts';
import { loadSavedRun } from './load-saved-run.ts';
import { performAny } from './perform-any.ts';
import type { RunParts } from './prepare-run.ts';
import { previewRun } from './preview-run.ts';
import { openRetried, type RetryRequest } from './retry/open-retried.ts';
import type { Alongside, BatchSizes, RunConnection, RunRequest } from './run-context.ts';
import { isOwnerGone, newOwner } from './run-owner.ts';
import { closeRun, openRun, takeUpRun } from './run-record.ts';
import { type RunResult, Tally } from './tally.ts';
import { tellWaitOf } from './tell-wait.ts';
import { previewUndo, type UndoRequest } from './undo/preview-undo.ts';
import { openUndone } from './undo/undone-run.ts';

/** What the engine is made of. */
export interface EngineOptions {
  readonly database: Database;
  readonly now?: () => Date;
  readonly retry?: RetryPolicy;
  readonly batches?: BatchSizes;
  /** Told of every point between database and network that a run passes. */
  readonly atBoundary?: AtBoundary | undefined;
}

/** A run under way. */
export interface StartedRun {
  readonly runId: number;
  /** Its end; rejects as `SyncEngine.run` does. */
  readonly result: Promise<RunResult>;
}

/** Small enough that what a batch leaves behind is collected before it counts as long-lived: memory stays where it is. */
const DEFAULT_BATCHES: BatchSizes = { importRows: 1_000, exportDeals: 500 };

/** Runs imports and exports, one at a time per provider: stage, plan, apply. */
export class SyncEngine {
  readonly #parts: Required<Omit<EngineOptions, 'atBoundary'>> & Pick<EngineOptions, 'atBoundary'>;
  readonly #owner = newOwner();
  readonly #stopping = new AbortController();
  readonly #live = new Map<number, LiveRun>();
  readonly #active = new Set<Promise<unknown>>();

  constructor(options: EngineOptions) {
    this.#parts = {
      now: () => new Date(),
      retry: DEFAULT_RETRY,
      batches: DEFAULT_BATCHES,
      ...options,
    };
  }

  /**
   * Looks for runs whose process is gone: closes those that were to be closed, and answers those that are to be taken
   * up with `resume`. To be asked at the start and each `LEASE_MS` from then on: a process killed shortly before is not
   * known to be dead yet.
   */
  async recover(): Promise<InterruptedRun[]> {
    const { toClose, toResume } = await findInterrupted(this.#parts.database, {
      isGone: (owner) => this.#isGone(owner),
      // One of our own that could not renew its lease for a while goes on as soon as it can.
      isOurs: (runId) => this.#live.has(runId),
    });
    for (const run of toClose) await this.#closeDead(run);
    return toResume;
  }

  /** Lets every run finish its batch, closes them, and takes no further one. */
  async stop(): Promise<void> {
    this.#stopping.abort(new SyncError('run_stopped', INTERRUPTED_MESSAGES.resume));
    await Promise.allSettled(this.#active);
  }

  /** Runs to the end. Throws `SyncError`: `run_active` before anything began, else after the run's record says so. */
  async run(request: RunRequest): Promise<RunResult> {
    const { result } = await this.start(request);
    return result;
  }

  /** Begins a run. Throws `SyncError` `run_active`, `run_stopped`. */
  async start(request: RunRequest): Promise<StartedRun> {
    this.#stopping.signal.throwIfAborted();
    const { provider, direction, onInterruption = 'resume', alongside } = request;
    await this.#giveBack(provider);
    const opening = { provider, direction, onInterruption, alongside, originRunId: null };
    const hold = await this.#open(opening, request.planId);
    return this.#launch(hold, request);
  }

  /**
   * Begins to take a run back, as the plan says. Throws `SyncError` `run_active`, `run_stopped`, `not_undoable`,
   * `plan_over`.
   */
  async startUndo(request: UndoRequest & { readonly planId: number }): Promise<StartedRun> {
    this.#stopping.signal.throwIfAborted();
    const { provider, undoneRunId: originRunId, connection, planId } = request;
    await openUndone(this.#parts.database, originRunId);
    await this.#giveBack(provider);
    const opening = { provider, direction: 'undo', onInterruption: 'resume', originRunId } as const;
    return this.#launch(await this.#open(opening, planId), connection);
  }

  /**
   * Begins to try refused records of a run again. Throws `SyncError` `run_active`, `run_stopped`, `nothing_refused`.
   */
  async startRetry(request: RetryRequest): Promise<StartedRun> {
    this.#stopping.signal.throwIfAborted();
    const { provider, originRunId, wanted } = request;
    const direction = await openRetried(this.#parts.database, request);
    await this.#giveBack(provider);
    const opening = { provider, direction, onInterruption: 'resume', originRunId, wanted } as const;
    return this.#launch(await this.#open(opening, undefined), request);
  }

  #open(
    opening: Omit<Parameters<typeof openRun>[1], 'owner' | 'now'>,
    planId: number | undefined,
  ): Promise<RunHold> {
    const now = this.#parts.now();
    const alongside: Alongside = async (work, runId) => {
      await opening.alongside?.(work, runId);
      if (planId !== undefined) await claimPlan(work, { planId, runId, now });
    };
    return openRun(this.#parts, { ...opening, owner: this.#owner, now, alongside });
  }

  /** Works out what a run would do and stores it as a plan, whose id it answers. Throws as `run` does. */
  preview(request: RunRequest & { readonly signal?: AbortSignal | undefined }): Promise<number> {
    return this.#preview(request.signal, (parts) => previewRun(parts, request));
  }

  /** Works out how a run would be taken back and stores it as a plan, whose id it answers. Throws `not_undoable`. */
  previewUndo(request: UndoRequest & { readonly signal?: AbortSignal | undefined }): Promise<number> {
    return this.#preview(request.signal, (parts) => previewUndo(parts, request));
  }

  async #preview(
    asked: AbortSignal | undefined,
    make: (parts: RunParts) => Promise<number>,
  ): Promise<number> {
    this.#stopping.signal.throwIfAborted();
    const signal = AbortSignal.any([this.#stopping.signal, ...(asked ? [asked] : [])]);
    const preview = make({ ...this.#parts, signal });
    this.#active.add(preview);
    try {
      return await preview;
    } catch (error) {
      throw failureOf(error, { runId: null, signal, saved: { onInterruption: 'close' } }).error;
    } finally {
      this.#active.delete(preview);
    }
  }

  /**
   * Takes up a run that its process left, or that ended before its end, where it stood. Throws `SyncError`:
   * `run_active`, `not_resumable` when someone else took it up.
   */
  async resume(run: InterruptedRun, connection: RunConnection | null): Promise<StartedRun> {
    this.#stopping.signal.throwIfAborted();
    const hold = await takeUpRun(this.#parts, { ...run, owner: this.#owner });
    if (hold === null) {
      throw new SyncError('not_resumable', 'Cette synchronisation vient d’être reprise ailleurs.', {
        runId: run.hold.runId,
      });
    }
    return this.#launch(hold, connection);
  }

  /** Closes a run that cannot be taken up, saying why; it is not looked for again. */
  async abandon(run: InterruptedRun, message: string): Promise<void> {
    await this.#closeDead({ ...run, message }, 'failed');
  }

  /** Asks a run to stop, whichever process it is in; whether it was under way. */
  async cancel(runId: number): Promise<boolean> {
    const { database, now } = this.#parts;
    const wasActive = await requestCancel({ em: database.em() }, runId, now().toISOString());
    this.#live.get(runId)?.cancel();
    return wasActive;
  }

  #isGone(owner: string): boolean {
    // A SQLite file belongs to one machine, where a process can be asked for; elsewhere only the lease tells.
    return this.#parts.database.dialect === 'sqlite' && owner !== this.#owner && isOwnerGone(owner);
  }

  /** A new run does what the one of a dead process had left: it need not be taken up. */
  async #giveBack(provider: string): Promise<void> {
    for (const run of await activeRuns(this.#parts.database)) {
      if (run.provider !== provider || !(run.is_expired || this.#isGone(run.owner))) continue;
      const hold = { runId: run.id, fence: run.fence };
      await this.#closeDead({ hold, provider, message: INTERRUPTED_MESSAGES.close });
    }
  }

  async #closeDead(
    run: InterruptedRun & { message: string },
    as: 'interrupted' | 'failed' = 'interrupted',
  ): Promise<void> {
    const hold = await takeUpRun(this.#parts, { ...run, owner: this.#owner });
    if (hold === null) return;
    const saved = await loadSavedRun(this.#parts.database, hold.runId);
    await this.#close(hold, {
      as,
      status: 'error',
      message: run.message,
      tally: Tally.from(saved.tally),
    });
  }

  #close(hold: RunHold, end: Omit<Parameters<typeof closeRun>[1], 'now'>): Promise<void> {
    return closeRun({ ...this.#parts, hold }, { ...end, now: this.#parts.now() });
  }

  #launch(hold: RunHold, connection: RunConnection | null): StartedRun {
    const live = new LiveRun(this.#parts.database, hold, this.#stopping.signal);
    this.#live.set(hold.runId, live);
    connection?.trail?.begin(hold.runId);
    const result = this.#execute(live, connection).finally(async () => {
      await connection?.trail?.end();
      live.close();
      this.#live.delete(hold.runId);
      this.#active.delete(result);
    });
    this.#active.add(result);
    // Whoever asked may have gone; the run's record tells.
    result.catch(() => undefined);
    return { runId: hold.runId, result };
  }

  async #execute({ hold, signal }: LiveRun, connection: RunConnection | null): Promise<RunResult> {
    const { database } = this.#parts;
    const saved = await loadSavedRun(database, hold.runId);
    const progress = { tally: Tally.from(saved.tally) };
    const parts = { ...this.#parts, signal, tellWait: tellWaitOf(database, hold) };
    try {
      await forgetStagingOf(this.#parts, { provider: saved.provider, butOf: hold.runId });
      await performAny(parts, { runId: hold.runId, hold, connection, saved, progress });
      const result = progress.tally.result(hold.runId);
      const message = summaryOf(result);
      await this.#close(hold, { as: 'finished', status: result.status, message, tally: progress.tally });
      await forgetStaging(this.#parts, hold.runId);
      return result;
    } catch (error) {
      const { as, message, error: told } = failureOf(error, { runId: hold.runId, signal, saved });
      if (as !== 'lost') await this.#close(hold, { as, message, status: 'error', tally: progress.tally });
      throw told;
    }
  }
}
