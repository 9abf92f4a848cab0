import { addVendorCalls, type CallCount, type Database } from '@passerelle/database';

/** Stored after so many requests, or after this long: what a killed process loses is no more. */
const BATCH_CALLS = 20;
const BATCH_AFTER_MS = 500;

/** Counts the requests sent to vendors, by connection and month, and stores the counts in small batches. */
export class CallCounter {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  #pending = new Map<string, CallCount>();
  #calls = 0;
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  /** `onError` is told of a batch that could not be stored; it is kept, and stored with the next one. */
  constructor(options: {
    readonly database: Database;
    readonly now?: () => Date;
    readonly onError?: (error: unknown) => void;
  }) {
    this.#database = options.database;
    this.#now = options.now ?? (() => new Date());
    this.#onError = options.onError ?? (() => undefined);
  }

  /** One request left for the vendor. */
  count(provider: string, baseId: string): void {
    const firstCallAt = this.#now().toISOString();
    this.#add({ provider, baseId, month: firstCallAt.slice(0, 7), calls: 1, firstCallAt });
    if (this.#calls >= BATCH_CALLS) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), BATCH_AFTER_MS).unref();
  }

  /** Resolves when everything counted so far is stored, as far as it can be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flushing.then(() => this.#store());
    return this.#flushing;
  }

  async #store(): Promise<void> {
    const batch = [...this.#pending.values()];
    if (batch.length === 0) return;
    this.#pending = new Map();
    this.#calls = 0;
    try {
      await addVendorCalls(this.#database.em(), batch);
    } catch (error) {
      for (const count of batch) this.#add(count);
      this.#onError(error);
    }
  }

  #add(count: CallCount): void {
    const key = JSON.stringify([count.provider, count.baseId, count.month]);
    const known = this.#pending.get(key);
    this.#pending.set(key, known ? { ...known, calls: known.calls + count.calls } : count);
    this.#calls += count.calls;
  }
}
