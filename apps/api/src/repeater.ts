/** Does one thing again and again, never twice at the same time. */
export class Repeater {
  readonly #everyMs: number;
  readonly #act: (signal: AbortSignal) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #latest: Promise<void> = Promise.resolve();

  /** `act` is told by its signal that it is to end early. `onError` is told of what it throws; it is done again all the same. */
  constructor(options: {
    readonly everyMs: number;
    readonly act: (signal: AbortSignal) => Promise<void>;
    readonly onError: (error: unknown) => void;
  }) {
    this.#everyMs = options.everyMs;
    this.#act = options.act;
    this.#onError = options.onError;
  }

  /** Does it after each interval; one that takes longer is not followed by those it missed. */
  start(): void {
    let isUnderWay = false;
    this.#timer ??= setInterval(() => {
      if (isUnderWay) return;
      isUnderWay = true;
      void this.now().finally(() => {
        isUnderWay = false;
      });
    }, this.#everyMs);
  }

  /** Does it now, behind what is under way. Resolves when it is done, never rejects. */
  now(): Promise<void> {
    this.#latest = this.#latest.then(() => this.#once());
    return this.#latest;
  }

  /** Resolves when nothing is under way, and nothing will be. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#timer);
    await this.#latest;
  }

  async #once(): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    try {
      await this.#act(signal);
    } catch (error) {
      if (!signal.aborted) this.#onError(error);
    }
  }
}
