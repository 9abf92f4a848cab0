/** How often the watch looks at the clock. */
const BEAT_MS = 50;

/** What a request needs of this process to be on its way, it needs in its first seconds. */
const WATCH_MS = 2_000;

/** Adds up how long the process stands still: busy with something else, or given no processor by the machine. */
export class StandstillWatch {
  #stoodMs = 0;
  #lastBeatAt = 0;
  #watchUntil = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Looks for two seconds from now on, or until `stop`. */
  start(): void {
    const now = performance.now();
    this.#watchUntil = now + WATCH_MS;
    if (this.#timer !== null) return;
    this.#lastBeatAt = now;
    this.#timer = this.#nextBeat();
  }

  stop(): void {
    this.#stoodMs = this.stoodMs;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Milliseconds in all, of the time in which the watch was looking. */
  get stoodMs(): number {
    if (this.#timer === null) return this.#stoodMs;
    return this.#stoodMs + Math.max(0, performance.now() - this.#lastBeatAt - BEAT_MS);
  }

  #nextBeat(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#beat(), BEAT_MS).unref();
  }

  #beat(): void {
    this.#stoodMs = this.stoodMs;
    this.#lastBeatAt = performance.now();
    this.#timer = this.#lastBeatAt < this.#watchUntil ? this.#nextBeat() : null;
  }
}
