import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import PQueue from 'p-queue';
import { callVendor } from './call-vendor.ts';
import { ColumnsMoved, haveColumnsMoved } from './columns-moved.ts';
import { type ExportItem, refusedEntry, writeItem, writtenEntry } from './export-item.ts';
import type { ExportLedger } from './export-ledger.ts';
import type { FieldValues } from './field-values.ts';
import { findLostCreates, lookAt } from './find-lost-creates.ts';
import { holdsValues } from './holds-values.ts';
import { mayBeRepeated } from './may-be-repeated.ts';
import { columnIds, type RunContext } from './run-context.ts';
import { stagedRow } from './stage-listing.ts';

/** Refusals that concern the records sent and not the connection: the other records may go on. */
const REFUSALS = new Set(['value_refused', 'record_gone']);

/**
 * Sends creates and updates in the fewest requests the vendor allows, as many at once as it bears, and holds
 * the caller back while they are under way.
 */
export class ExportWriter {
  readonly #run: RunContext;
  readonly #ledger: ExportLedger;
  readonly #queue: PQueue;
  readonly #waiting: { creates: ExportItem[]; updates: ExportItem[] } = { creates: [], updates: [] };
  readonly #clientsUnderWay = new Set<string>();
  #refusals = 0;
  #failure: { error: unknown } | undefined;

  constructor(run: RunContext, ledger: ExportLedger) {
    this.#run = run;
    this.#ledger = ledger;
    this.#queue = new PQueue({ concurrency: run.connector.capabilities.writeConcurrency });
  }

  /** Takes one deal; sends as soon as a request is full. */
  async add(item: ExportItem): Promise<void> {
    const waiting = item.externalId === null ? this.#waiting.creates : this.#waiting.updates;
    waiting.push(item);
    if (waiting.length >= this.#run.connector.capabilities.maxWriteBatch) await this.#dispatch(waiting);
  }

  /** Sends what is left and waits for every answer to be stored. */
  async finish(): Promise<void> {
    for (const waiting of [this.#waiting.creates, this.#waiting.updates]) {
      if (waiting.length > 0) await this.#dispatch(waiting);
    }
    await this.settled();
    this.#throwFailure();
  }

  /** Waits until no request is under way, whatever became of them. */
  async settled(): Promise<void> {
    await this.#queue.onIdle();
  }

  async #dispatch(waiting: ExportItem[]): Promise<void> {
    const items = waiting.splice(0);
    await this.#queue.onSizeLessThan(1);
    const clients = items.flatMap(({ deal, externalId }) => (externalId === null ? deal.client : []));
    // Two rows of one client are told apart by their links: one is linked before the other is sent.
    if (clients.some((client) => this.#clientsUnderWay.has(client))) await this.#queue.onIdle();
    this.#run.signal.throwIfAborted();
    this.#throwFailure();
    for (const client of clients) this.#clientsUnderWay.add(client);
    void this.#queue
      .add(() => this.#send(items))
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        for (const client of clients) this.#clientsUnderWay.delete(client);
      });
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async #send(items: ExportItem[]): Promise<void> {
    if (this.#failure) return;
    for (let left = items, unknown = 0; left.length > 0; unknown += 1) {
      await this.#ledger.announce(left);
      try {
        await this.#settle(left, await this.#write(left));
        return;
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        if (await this.#mayBeOfColumns(error)) throw new ColumnsMoved(error.message, { cause: error });
        if (REFUSALS.has(error.code)) return this.#sendRefused(left, error);
        if (!mayBeRepeated(error, unknown + 1)) throw error;
        const isCreate = left[0]?.externalId === null;
        left = await (isCreate ? this.#createsToRepeat(left, error) : this.#updatesToRepeat(left));
      }
    }
  }

  /**
   * Whether a refusal comes of a column that was deleted or became another kind meanwhile. A table of values that the
   * vendor refuses must not be asked as often for its columns: at the first refusal, the second, the fourth and so on.
   */
  async #mayBeOfColumns({ code }: ConnectorError): Promise<boolean> {
    if (code === 'column_missing') return true;
    if (code !== 'value_refused') return false;
    this.#refusals += 1;
    return Number.isInteger(Math.log2(this.#refusals)) && (await haveColumnsMoved(this.#run));
  }

  #write(items: ExportItem[]): Promise<RemoteRecord[]> {
    const { connector, schema, columns, signal } = this.#run;
    const createOptionsFor = columns.flatMap((bound) => (bound.createsOptions ? [bound.column.id] : []));
    // A stop ends the wait for its turn; once sent, its answer is waited for: it tells whether the records exist.
    const request = {
      ...{ schema, columnIds: columnIds(this.#run), items: items.map(writeItem) },
      ...{ createOptionsFor, signal },
    };
    return callVendor(this.#run, 'write', () => connector.writeBatch(request));
  }

  async #settle(items: readonly ExportItem[], records: readonly RemoteRecord[]): Promise<void> {
    const entries = items.map((item, index) => {
      const record = records[index];
      if (!record)
        throw new ConnectorError(
          'answer_unreadable',
          'Le service distant a répondu à moins d’enregistrements qu’envoyé.',
        );
      const values = stagedRow(record, 0, this.#run.columns).values as FieldValues;
      return writtenEntry(item, record, values);
    });
    await this.#ledger.settle(entries);
  }

  /** One bad record makes the vendor refuse the whole request: the culprit is found by sending them singly. */
  async #sendRefused(items: ExportItem[], error: ConnectorError): Promise<void> {
    const [only, ...others] = items;
    if (only && others.length === 0) {
      return this.#ledger.settle([refusedEntry(only.deal, only.externalId, error.message)]);
    }
    for (const item of items) await this.#send([item]);
  }

  /** A create repeated makes a second row: the records that are there are not sent again. */
  async #createsToRepeat(items: ExportItem[], { committedIds }: ConnectorError): Promise<ExportItem[]> {
    const found = await findLostCreates(this.#run, items, committedIds);
    const there = items.filter((item) => found.has(item));
    await this.#settle(
      there,
      there.flatMap((item) => found.get(item) ?? []),
    );
    return items.filter((item) => !found.has(item));
  }

  /** An update repeated undoes what was typed there since: only rows that still hold what was planned on are sent again. */
  async #updatesToRepeat(items: ExportItem[]): Promise<ExportItem[]> {
    const left: ExportItem[] = [];
    for (const item of items) {
      const record = await lookAt(this.#run, item.externalId ?? '');
      const holds = (values: FieldValues) =>
        record !== null && holdsValues(this.#run, record, { values, fields: item.fields });
      if (record && holds(item.local)) await this.#settle([item], [record]);
      else if (holds(item.remote)) left.push(item);
      else await this.#ledger.settle([refusedEntry(item.deal, item.externalId, MOVED)]);
    }
    return left;
  }
}

const MOVED =
  'L’enregistrement distant a changé pendant l’export, dont la réponse s’est perdue : rien n’y a été réécrit. La prochaine synchronisation le comparera.';
