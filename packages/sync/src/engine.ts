import { ConnectorError } from '@passerelle/connector';
import { clearStaging, type Database, Deal } from '@passerelle/database';
import { DEFAULT_RETRY, type RetryPolicy } from './call-vendor.ts';
import { SyncError } from './errors.ts';
import { applyExport } from './export-run.ts';
import { applyImport } from './import-batch.ts';
import { prepareRun, type RunParts } from './prepare-run.ts';
import { previewRun } from './preview-run.ts';
import { inTransaction, type RunRequest } from './run-context.ts';
import { isOwnerGone, newOwner } from './run-owner.ts';
import {
  closeInterruptedRuns,
  closeRun,
  INTERRUPTED_MESSAGE,
  LEASE_MS,
  openRun,
  renewLease,
} from './run-record.ts';
import { stageListing } from './stage-listing.ts';
import { type RunResult, Tally } from './tally.ts';

/** What the engine is made of. */
export interface EngineOptions {
  readonly database: Database;
  readonly now?: () => Date;
  readonly retry?: RetryPolicy;
}

/** Runs imports and exports, one at a time per provider: stage, plan, apply. */
export class SyncEngine {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #retry: RetryPolicy;
  readonly #owner = newOwner();
  readonly #stopping = new AbortController();
  readonly #active = new Set<Promise<unknown>>();

  constructor({ database, now = () => new Date(), retry = DEFAULT_RETRY }: EngineOptions) {
    this.#database = database;
    this.#now = now;
    this.#retry = retry;
  }

  /** Closes the runs that a crash left open; every run does so before it begins. Answers their ids. */
  recover(): Promise<number[]> {
    return closeInterruptedRuns(this.#database, {
      now: this.#now(),
      // A SQLite file belongs to one machine, where a process can be asked for; elsewhere only the lease tells.
      ownerIsGone: (owner) =>
        this.#database.dialect === 'sqlite' && owner !== this.#owner && isOwnerGone(owner),
    });
  }

  /** Lets every run finish its batch, closes them, and takes no further one. */
  async stop(): Promise<void> {
    this.#stopping.abort(new SyncError('run_stopped', INTERRUPTED_MESSAGE));
    await Promise.allSettled(this.#active);
  }

  /**
   * Runs to the end. Throws `SyncError`: `run_active` before anything began, else `run_failed`,
   * `mapping_unusable` or `run_stopped`, after the run's record says so.
   */
  async run(request: RunRequest): Promise<RunResult> {
    this.#stopping.signal.throwIfAborted();
    const execution = this.#execute(request);
    this.#active.add(execution);
    try {
      return await execution;
    } finally {
      this.#active.delete(execution);
    }
  }

  /** Works out what a run would do and stores it as a plan, whose id it answers. Throws as `run` does. */
  async preview(request: RunRequest): Promise<number> {
    this.#stopping.signal.throwIfAborted();
    const preview = previewRun(this.#parts(request), request);
    this.#active.add(preview);
    try {
      return await preview;
    } catch (error) {
      throw asSyncError(error) ?? error;
    } finally {
      this.#active.delete(preview);
    }
  }

  #parts(request: RunRequest): RunParts {
    const signal = AbortSignal.any([this.#stopping.signal, ...(request.signal ? [request.signal] : [])]);
    return { database: this.#database, retry: this.#retry, now: this.#now, signal };
  }

  async #execute(request: RunRequest): Promise<RunResult> {
    const { provider, direction } = request;
    // A process that died after our start gives its connection back too.
    await this.recover();
    const runId = await openRun(this.#database, {
      provider,
      direction,
      owner: this.#owner,
      now: this.#now(),
    });
    const heartbeat = setInterval(() => {
      // A missed sign of life is made up for by the next one; the lease outlasts several.
      renewLease(this.#database, runId, this.#now()).catch(() => undefined);
    }, LEASE_MS / 3);
    const progress: { tally: Tally } = { tally: new Tally() };
    try {
      await this.#perform(runId, request, progress);
      return await this.#close(runId, progress.tally);
    } catch (error) {
      throw await this.#fail(runId, progress.tally, error);
    } finally {
      clearInterval(heartbeat);
      await inTransaction({ database: this.#database }, (work) => clearStaging(work, runId));
    }
  }

  async #perform(runId: number, request: RunRequest, progress: { tally: Tally }): Promise<void> {
    const isExport = request.direction === 'export';
    if (isExport && (await this.#database.em().count(Deal)) === 0) return;
    const run = await prepareRun(this.#parts(request), { runId, request, progress });
    await stageListing(run);
    await (isExport ? applyExport(run) : applyImport(run));
  }

  async #close(runId: number, tally: Tally): Promise<RunResult> {
    const result = tally.result(runId);
    const message = result.failed === 0 ? null : failureSummary(result);
    await closeRun(this.#database, { runId, status: result.status, message, tally, now: this.#now() });
    return result;
  }

  /** Closes a run that could not go on; answers the error to throw. */
  async #fail(runId: number, tally: Tally, error: unknown): Promise<unknown> {
    const known = asSyncError(error, runId);
    const message = known?.message ?? 'Erreur interne : la synchronisation n’a pas pu aller à son terme.';
    await closeRun(this.#database, { runId, status: 'error', message, tally, now: this.#now() });
    return known ?? error;
  }
}

function asSyncError(error: unknown, runId?: number): SyncError | undefined {
  const details = { cause: error, ...(runId === undefined ? {} : { runId }) };
  if (error instanceof SyncError) return new SyncError(error.code, error.message, details);
  if (error instanceof ConnectorError) return new SyncError('run_failed', error.message, details);
  if (error instanceof Error && error.name === 'AbortError') {
    return new SyncError('run_stopped', INTERRUPTED_MESSAGE, details);
  }
  return undefined;
}

function failureSummary(result: RunResult): string {
  const more = result.failed > 1 ? ` (et ${result.failed - 1} autre(s))` : '';
  return `${result.failed} enregistrement(s) refusé(s) sur ${result.processed}. ${result.errors[0] ?? ''}${more}`;
}
