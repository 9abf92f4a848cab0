import { ConnectorError, type RemoteRecord } from '@passerelle/connector';
import {
  agreeOnUndone,
  type FieldChanges,
  type RemoteDeed,
  releaseDeals,
  relinkRows,
  type Work,
  withholdDeals,
} from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { callVendor } from '../call-vendor.ts';
import { cellsOfFields } from '../cells-of-fields.ts';
import { lookAt } from '../find-lost-creates.ts';
import { holdsValues } from '../holds-values.ts';
import { mayBeRepeated } from '../may-be-repeated.ts';
import { columnIds, inTransaction, type RunContext } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import { stagedRow } from '../stage-listing.ts';
import { storeOutcomes, told, type UndoneRecord } from './apply-undo.ts';
import type { DecidedRecord } from './decide-page.ts';
import type { UndoContext } from './undo-context.ts';
import { valuesAfter } from './values-after.ts';

/** Refusals that concern the rows sent and not the connection: the others go on. */
const REFUSALS = new Set(['value_refused', 'record_gone']);

/** A record on its way to the vendor. */
interface Sent extends DecidedRecord {
  readonly externalId: string;
  readonly changes: FieldChanges;
}

/** What one kind of step sends in one request, and how it is seen that it was done. */
interface StepOfKind {
  readonly batch: number;
  readonly did: RemoteDeed['did'];
  send(records: readonly Sent[]): Promise<readonly RemoteRecord[]>;
  isDone(record: RemoteRecord | null, sent: Sent): boolean;
}

/** Takes back what a run did on the other side: rows out of it, rows back into it, and values as they were. */
export class UndoSender {
  readonly #run: UndoContext;
  readonly #remote: RunContext;
  readonly #kinds: Readonly<Record<'remove' | 'restore' | 'update', StepOfKind>>;

  constructor(run: UndoContext, remote: RunContext) {
    this.#run = run;
    this.#remote = remote;
    const { maxArchiveBatch, maxWriteBatch } = remote.connector.capabilities;
    this.#kinds = {
      remove: {
        batch: maxArchiveBatch,
        did: 'archived',
        send: (records) => this.#archive(records),
        isDone: (record) => record === null,
      },
      restore: {
        batch: 1,
        did: 'restored',
        send: (records) => this.#restore(records),
        isDone: (record) => record !== null,
      },
      update: {
        batch: maxWriteBatch,
        did: 'updated',
        send: (records) => this.#update(records),
        isDone: (record, { changes }) =>
          record !== null &&
          holdsValues(remote, record, { values: valuesAfter(changes), fields: fieldsOf(changes) }),
      },
    };
  }

  /** Sends every record's step and stores what came of it; nothing counts as done before. */
  async send(records: readonly DecidedRecord[]): Promise<void> {
    const released = records.filter(({ decision }) => decision.remote?.act === 'release');
    if (released.length > 0)
      await this.#settle(
        released.map((one) => ({ ...one, ...told(one) })),
        released,
      );
    for (const [act, kind] of Object.entries(this.#kinds)) {
      const all = records.flatMap((one) => sentOf(one, act));
      const done = all.filter(({ decision }) => decision.remote?.isDone);
      if (done.length > 0) await this.#done(kind, done, []);
      const sent = all.filter((one) => !done.includes(one));
      for (let start = 0; start < sent.length; start += kind.batch) {
        this.#run.signal.throwIfAborted();
        await this.#sendBatch(kind, sent.slice(start, start + kind.batch));
      }
    }
  }

  async #sendBatch(kind: StepOfKind, batch: readonly Sent[]): Promise<void> {
    for (let left = batch, unknown = 0; left.length > 0; unknown += 1) {
      try {
        return await this.#done(kind, left, await kind.send(left));
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        if (REFUSALS.has(error.code)) return this.#refused(kind, left, error);
        if (!mayBeRepeated(error, unknown + 1)) throw error;
        left = await this.#leftAfterLook(kind, left);
      }
    }
  }

  /** One bad row makes the vendor refuse the whole request: the culprit is found by sending them singly. */
  async #refused(kind: StepOfKind, batch: readonly Sent[], error: ConnectorError): Promise<void> {
    const [only, ...others] = batch;
    if (only && others.length === 0) {
      return this.#settle([{ ...only, outcome: 'failed', reason: error.message }]);
    }
    for (const one of batch) await this.#sendBatch(kind, [one]);
  }

  async #leftAfterLook(kind: StepOfKind, batch: readonly Sent[]): Promise<Sent[]> {
    const left: Sent[] = [];
    for (const one of batch) {
      const record = await lookAt(this.#remote, one.externalId);
      if (kind.isDone(record, one)) await this.#done(kind, [one], record ? [record] : []);
      else left.push(one);
    }
    return left;
  }

  async #done(kind: StepOfKind, batch: readonly Sent[], records: readonly RemoteRecord[]): Promise<void> {
    const byId = new Map(records.map((record) => [record.externalId, record]));
    const settled = batch.map((one) => ({
      ...one,
      ...told(one),
      remote: { did: kind.did, changes: this.#changed(one, byId.get(one.externalId)) },
    }));
    await this.#settle(settled, batch);
  }

  /** What the vendor holds now: it may round or trim what it is given. */
  #changed({ changes, decision }: Sent, record: RemoteRecord | undefined): FieldChanges {
    if (record === undefined || decision.remote?.act !== 'update') return changes;
    const held = stagedRow(record, 0, this.#remote.columns).values;
    return Object.fromEntries(
      Object.entries(changes).map(([field, { before }]) => [field, { before, after: held[field] ?? null }]),
    );
  }

  async #settle(settled: readonly UndoneRecord[], sent: readonly DecidedRecord[] = []): Promise<void> {
    const tally = this.#run.tally.copy();
    await inTransaction(this.#run, 'settle', async (work) => {
      await storeOutcomes(work, { ...this.#run, tally }, settled);
      await this.#storeLinks(work, settled, sent);
      await saveProgress(work, { ...this.#run, tally }, { phase: 'apply' });
    });
    this.#run.tally = tally;
  }

  async #storeLinks(
    work: Work,
    settled: readonly UndoneRecord[],
    sent: readonly DecidedRecord[],
  ): Promise<void> {
    const { runId, scope } = this.#run;
    const now = this.#run.now().toISOString();
    const of = (act: string) =>
      sent.filter(({ decision }) => decision.remote?.act === act).map(({ record }) => record);
    const known = (records: readonly { dealId: number | null; externalId: string | null }[]) =>
      records.flatMap(({ dealId, externalId }) =>
        dealId === null || externalId === null ? [] : [{ dealId, externalId }],
      );
    await withholdDeals(work, scope, { deals: known(of('remove')), runId, now });
    await releaseDeals(
      work,
      scope,
      known([...of('restore'), ...of('release')]).map(({ dealId }) => dealId),
    );
    await relinkRows(
      work,
      scope,
      settled.flatMap(({ record, remote }) =>
        remote?.did === 'restored'
          ? known([record]).map((link) => ({ ...link, values: valuesAfter(remote.changes) }))
          : [],
      ),
      now,
    );
    const undone = new Map(
      settled.flatMap(({ record: { dealId }, remote }) =>
        remote?.did === 'updated' && dealId !== null ? [[dealId, remote.changes] as const] : [],
      ),
    );
    await agreeOnUndone(work, scope, { side: 'remote', undone, now });
  }

  async #archive(records: readonly Sent[]): Promise<readonly RemoteRecord[]> {
    const { connector, schema, signal } = this.#remote;
    const externalIds = records.map(({ externalId }) => externalId);
    await callVendor(this.#remote, 'write', () => connector.archiveBatch({ schema, externalIds, signal }));
    return [];
  }

  async #restore(records: readonly Sent[]): Promise<readonly RemoteRecord[]> {
    const { connector, schema, signal } = this.#remote;
    const restored: RemoteRecord[] = [];
    for (const { externalId } of records) {
      const request = { schema, columnIds: columnIds(this.#remote), externalId, signal };
      restored.push(await callVendor(this.#remote, 'write', () => connector.restoreRecord(request)));
    }
    return restored;
  }

  #update(records: readonly Sent[]): Promise<readonly RemoteRecord[]> {
    const { connector, schema, signal, columns } = this.#remote;
    const items = records.map((one) => ({ externalId: one.externalId, cells: this.#cellsOf(one) }));
    const createOptionsFor = columns.flatMap((bound) => (bound.createsOptions ? [bound.column.id] : []));
    const request = { schema, columnIds: columnIds(this.#remote), items, createOptionsFor, signal };
    return callVendor(this.#remote, 'write', () => connector.writeBatch(request));
  }

  /** The cell itself that stood there before, where its value reads as something else. */
  #cellsOf({ record, changes }: Sent) {
    const { columns } = this.#remote;
    const fields = fieldsOf(changes);
    const reading = cellsOfFields(valuesAfter(changes), fields, columns);
    if (!reading.ok) throw new ConnectorError('value_refused', reading.reason);
    const cells = { ...reading.cells };
    for (const { field, column } of columns) {
      const stood = record.remote?.cells?.[field];
      if (stood !== undefined && fields.includes(field)) cells[column.id] = stood as (typeof cells)[string];
    }
    return cells;
  }
}

function sentOf(one: DecidedRecord, act: string): Sent[] {
  const { remote } = one.decision;
  const { externalId } = one.record;
  return remote?.act === act && externalId !== null ? [{ ...one, externalId, changes: remote.changes }] : [];
}

const fieldsOf = (changes: FieldChanges) => Object.keys(changes) as DealField[];
