import type { Database, RunHold } from '@passerelle/database';
import { CANCELLED_MESSAGE } from './end-run.ts';
import { SyncError } from './errors.ts';
import { HEARTBEAT_MS, renewLease } from './run-record.ts';

/** A run of this process: keeps its lease, and carries what ends it early. */
export class LiveRun {
  readonly hold: RunHold;
  readonly #stop = new AbortController();
  readonly #heartbeat: NodeJS.Timeout;
  /** Aborted with the `SyncError` that says why the run must end. */
  readonly signal: AbortSignal;

  constructor(database: Database, hold: RunHold, stopping: AbortSignal) {
    this.hold = hold;
    this.signal = AbortSignal.any([this.#stop.signal, stopping]);
    let isUnderWay = false;
    this.#heartbeat = setInterval(() => {
      if (isUnderWay) return;
      isUnderWay = true;
      // A missed sign of life is made up for by the next one; the lease outlasts several.
      this.#giveSign(database)
        .catch(() => undefined)
        .finally(() => {
          isUnderWay = false;
        });
    }, HEARTBEAT_MS);
  }

  /** Ends the run within the vendor request under way. */
  cancel(): void {
    this.#stop.abort(new SyncError('run_cancelled', CANCELLED_MESSAGE));
  }

  /** Gives no further sign of life. */
  close(): void {
    clearInterval(this.#heartbeat);
  }

  /** Another process may have been asked to cancel the run. One that took it over is found out by the next transaction. */
  async #giveSign(database: Database): Promise<void> {
    const { isCancelled } = await renewLease(database, this.hold);
    if (isCancelled) this.cancel();
  }
}
