import type { VendorExchange } from '@passerelle/connector';
import { type Database, saveExchanges } from '@passerelle/database';
import type { RunTrail } from '@passerelle/sync';

/** Stored after so many exchanges, or after this long: what a killed process loses is no more. */
const BATCH_EXCHANGES = 20;
const BATCH_AFTER_MS = 1_000;

/** Keeps what a run sent to its vendor and what came back. Losing some of it is no reason to fail the run. */
export class ExchangeLog implements RunTrail {
  readonly #database: Database;
  #pending: (VendorExchange & { at: string })[] = [];
  #runId: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<void> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  add(exchange: VendorExchange): void {
    this.#pending.push({ ...exchange, at: new Date().toISOString() });
    if (this.#runId === null) return;
    if (this.#pending.length >= BATCH_EXCHANGES) void this.#store();
    else this.#timer ??= setTimeout(() => void this.#store(), BATCH_AFTER_MS).unref();
  }

  begin(runId: number): void {
    this.#runId = runId;
  }

  end(): Promise<void> {
    return this.#store();
  }

  #store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#storing = this.#storing.then(() => this.#storePending());
    return this.#storing;
  }

  async #storePending(): Promise<void> {
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
