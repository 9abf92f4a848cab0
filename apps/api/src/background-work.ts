import { LEASE_MS } from '@passerelle/sync';
import { cleanUp, type Retention } from './clean-up.ts';
import { Repeater } from './repeater.ts';
import type { TurnParts } from './schedule/do-turn.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { takeUpRuns } from './take-up-runs.ts';

/** What is kept no longer waits this long at most; a start is no time for it. */
const CLEAN_EVERY_MS = 10 * 60 * 1000;

/** What a server does that nobody calls for: scheduled turns, runs of dead processes, what is kept no longer. */
export class BackgroundWork {
  readonly #scheduler: Scheduler;
  readonly #repeaters: readonly Repeater[];

  /** `onError` is told of what nobody foresaw; the work goes on. */
  constructor(
    parts: Omit<TurnParts, 'now'> & {
      readonly retention: Retention;
      readonly onError: (error: unknown) => void;
    },
  ) {
    const { database, retention, onError } = parts;
    const clean = (signal: AbortSignal) => cleanUp(database, { retention, now: new Date(), signal });
    this.#scheduler = new Scheduler({ ...parts, now: () => new Date() });
    this.#repeaters = [
      new Repeater({ everyMs: LEASE_MS, act: () => takeUpRuns(parts), onError }),
      new Repeater({ everyMs: CLEAN_EVERY_MS, act: clean, onError }),
    ];
  }

  /** Begins. */
  start(): void {
    for (const repeater of this.#repeaters) repeater.start();
    this.#scheduler.start();
  }

  /** Begins nothing more. Runs under way are the engine's to stop. */
  async stop(): Promise<void> {
    await Promise.all([this.#scheduler.stop(), ...this.#repeaters.map((repeater) => repeater.stop())]);
  }

  /** Resolves when the end of every run it began is noted: once the engine has stopped. */
  settled(): Promise<void> {
    return this.#scheduler.settled();
  }
}
