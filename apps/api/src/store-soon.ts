/** Has stored in batches what comes one by one: after so many, or after this long. A killed process loses no more. */
export class StoreSoon {
  readonly #most: number;
  readonly #afterMs: number;
  readonly #store: () => Promise<void>;
  #waiting = 0;
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<void> = Promise.resolve();

  /** `store` stores what there is, and never rejects; never twice at the same time. */
  constructor(options: {
    readonly most: number;
    readonly afterMs: number;
    readonly store: () => Promise<void>;
  }) {
    this.#most = options.most;
    this.#afterMs = options.afterMs;
    this.#store = options.store;
  }

  /** There is one more. */
  note(): void {
    this.#waiting += 1;
    if (this.#waiting >= this.#most) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), this.#afterMs).unref();
  }

  /** Resolves when everything noted so far is stored, as far as it can be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = 0;
    this.#storing = this.#storing.then(this.#store);
    return this.#storing;
  }
}
