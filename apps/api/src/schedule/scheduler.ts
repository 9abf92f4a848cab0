import { dueSchedules } from '@passerelle/database';
import { Repeater } from '../repeater.ts';
import { doTurn, type TurnParts } from './do-turn.ts';

/** Between two looks for turns that have come: a turn is this late at most. */
const LOOK_EVERY_MS = 5_000;

/** Does the turns of every schedule as they come. */
export class Scheduler {
  readonly #parts: TurnParts;
  readonly #onError: (error: unknown) => void;
  readonly #turns = new Set<Promise<void>>();
  readonly #looks: Repeater;

  /** `onError` is told of what nobody foresaw; the next look comes all the same. */
  constructor(parts: TurnParts & { readonly onError: (error: unknown) => void }) {
    this.#parts = parts;
    this.#onError = parts.onError;
    const act = (signal: AbortSignal) => this.#lookNow(signal);
    this.#looks = new Repeater({ everyMs: LOOK_EVERY_MS, act, onError: this.#onError });
  }

  /** Looks at once, for turns missed while the server was down, and again every few seconds. */
  start(): void {
    this.#looks.start();
    void this.look();
  }

  /** Does the turns that have come. Resolves once each has begun its run or said why not. */
  look(): Promise<void> {
    return this.#looks.now();
  }

  /** Begins no further turn. Runs under way are the engine's to stop. */
  stop(): Promise<void> {
    return this.#looks.stop();
  }

  /** Resolves when the end of every run that a turn began is noted: once the engine has stopped. */
  async settled(): Promise<void> {
    await Promise.all(this.#turns);
  }

  async #lookNow(signal: AbortSignal): Promise<void> {
    const due = await dueSchedules(this.#parts.database.em(), this.#parts.now());
    for (const schedule of due) {
      if (signal.aborted) return;
      const { promise: begun, resolve } = Promise.withResolvers<void>();
      const turn = doTurn(this.#parts, schedule, resolve)
        .catch(this.#onError)
        .finally(() => {
          resolve();
          this.#turns.delete(turn);
        });
      this.#turns.add(turn);
      await begun;
    }
  }
}
