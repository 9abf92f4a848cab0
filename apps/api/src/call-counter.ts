import { addVendorCalls, type CallCount, type Database } from '@passerelle/database';
import { StoreSoon } from './store-soon.ts';

/** Counts the requests sent to vendors, by connection and month, and stores the counts in small batches. */
export class CallCounter {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  readonly #soon = new StoreSoon({ most: 20, afterMs: 500, store: () => this.#store() });
  #pending = new Map<string, CallCount>();

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
    this.#soon.note();
  }

  /** Resolves when everything counted so far is stored, as far as it can be. */
  flush(): Promise<void> {
    return this.#soon.flush();
  }

  async #store(): Promise<void> {
    const batch = [...this.#pending.values()];
    if (batch.length === 0) return;
    this.#pending = new Map();
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
  }
}
