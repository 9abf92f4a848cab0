import type { VendorExchange } from '@passerelle/connector';
import { type Database, saveExchanges } from '@passerelle/database';
import type { RunTrail } from '@passerelle/sync';
import { StoreSoon } from './store-soon.ts';

/** Keeps what a run sent to its vendor and what came back. Losing some of it is no reason to fail the run. */
export class ExchangeLog implements RunTrail {
  readonly #database: Database;
  readonly #soon = new StoreSoon({ most: 20, afterMs: 1_000, store: () => this.#store() });
  #pending: (VendorExchange & { at: string })[] = [];
  #runId: number | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A preview is no run: what it sends is not kept. */
  add(exchange: VendorExchange): void {
    if (this.#runId === null) return;
    this.#pending.push({ ...exchange, at: new Date().toISOString() });
    this.#soon.note();
  }

  begin(runId: number): void {
    this.#runId = runId;
  }

  end(): Promise<void> {
    return this.#soon.flush();
  }

  async #store(): Promise<void> {
    const batch = this.#pending;
    this.#pending = [];
    if (batch.length === 0 || this.#runId === null) return;
    const runId = this.#runId;
    const rows = batch.map(({ durationMs, ...exchange }) => ({ ...exchange, duration_ms: durationMs }));
    try {
      const { sql } = this.#database;
      await this.#database.em().transactional((em) => saveExchanges({ em, sql }, runId, rows));
    } catch {
      // The run says itself what went wrong with its database.
    }
  }
}
