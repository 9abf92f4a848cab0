import { dueSchedules } from '@passerelle/database';
import { doTurn, type TurnParts } from './do-turn.ts';

/** Between two looks for turns that have come: a turn is this late at most. */
const LOOK_EVERY_MS = 5_000;

/** Does the turns of every schedule as they come. */
export class Scheduler {
  readonly #parts: TurnParts;
  readonly #onError: (error: unknown) => void;
  readonly #turns = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `onError` is told of what nobody foresaw; the next look comes all the same. */
  constructor(parts: TurnParts & { readonly onError: (error: unknown) => void }) {
    this.#parts = parts;
    this.#onError = parts.onError;
  }

  /** Looks at once, for turns missed while the server was down, and again every few seconds. */
  start(): void {
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
    void this.look();
  }

  /** Does the turns that have come. Resolves once each has begun its run or said why not; looks never overlap. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookNow()).catch(this.#onError);
    return this.#looking;
  }

  /** Begins no further turn. Runs under way are the engine's to stop. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Resolves when the end of every run that a turn began is noted: once the engine has stopped. */
  async settled(): Promise<void> {
    await Promise.all(this.#turns);
  }

  async #lookNow(): Promise<void> {
    if (this.#stopped) return;
    const due = await dueSchedules(this.#parts.database.em(), this.#parts.now());
    for (const schedule of due) {
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
