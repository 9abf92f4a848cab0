import {
  announceWrites,
  changesOfRun,
  type LinkRow,
  type OutcomeRow,
  type Refusal,
  type RemoteDeed,
  releaseDeals,
  saveLinks,
  saveOutcomes,
  settleWrites,
  type Work,
} from '@passerelle/database';
import PQueue from 'p-queue';
import type { FieldConflict } from './decide-record.ts';
import type { ExportItem } from './export-item.ts';
import { listConflicts } from './keep-history.ts';
import type { AgreedBase } from './merge-record.ts';
import { noteTaken } from './retry/note-taken.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';
import { announcementOf } from './unanswered.ts';

/** What became of one deal of an export. */
export interface ExportEntry {
  readonly dealId: number;
  readonly client: string;
  readonly externalId: string | null;
  readonly outcome: OutcomeRow['outcome'];
  readonly reason: string | null;
  readonly changes: OutcomeRow['changes'];
  /** What both sides hold from now on; `null` leaves the link as it is. */
  readonly base: AgreedBase | null;
  readonly conflicts: readonly FieldConflict[];
  /** What was done to its remote row. */
  readonly remote?: RemoteDeed | undefined;
  /** What it was refused for. */
  readonly refusal?: Refusal | undefined;
}

/**
 * Stores what an export did, one transaction at a time: links, outcomes and counts together. Requests to the
 * vendor may overlap, what is known of them may not.
 */
export class ExportLedger {
  readonly #run: RunContext;
  readonly #queue = new PQueue({ concurrency: 1 });
  /** Deals that were decided on and whose outcome is not stored yet, in the order of their ids. */
  readonly #open = new Set<number>();
  #decidedThrough: number;

  constructor(run: RunContext) {
    this.#run = run;
    this.#decidedThrough = run.saved.appliedThrough;
  }

  /** Notes the deals that were decided on, in the order of their ids: the run has done all of them once each is settled. */
  expect(dealIds: readonly number[]): void {
    for (const id of dealIds) this.#open.add(id);
    this.#decidedThrough = dealIds.at(-1) ?? this.#decidedThrough;
  }

  /** Notes what is about to be sent. */
  async announce(items: readonly ExportItem[]): Promise<void> {
    const sentAt = this.#run.now().toISOString();
    const { runId, scope } = this.#run;
    const writes = items.map(announcementOf);
    await this.#queue.add(() =>
      inTransaction(this.#run, 'announce', (work) => announceWrites(work, scope, { writes, runId, sentAt })),
    );
  }

  /** Stores the links of entries whose outcome is told elsewhere. */
  async link(entries: readonly ExportEntry[]): Promise<void> {
    await this.#queue.add(() =>
      inTransaction(this.#run, 'settle', (work) => this.#storeLinks(work, entries)),
    );
  }

  /** Stores the entries; nothing counts as done before. */
  async settle(entries: readonly ExportEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#queue.add(() => this.#store(entries));
  }

  async #store(entries: readonly ExportEntry[]): Promise<void> {
    const run = this.#run;
    const tally = run.tally.copy();
    const outcomes = entries.map((entry) => {
      const { dealId, client, externalId, outcome, reason, changes, remote, refusal } = entry;
      tally.add(outcome, client, reason);
      const position = tally.processed;
      return { position, externalId, dealId, name: client, outcome, reason, changes, remote, refusal };
    });
    await inTransaction(run, 'settle', async (work) => {
      await saveOutcomes(work, run.runId, await this.#withTaken(work, outcomes));
      await listConflicts(work, run, { records: entries, now: run.now().toISOString() });
      await this.#storeLinks(work, entries);
      await noteTaken(work, run, entries);
      const through = run.direction === 'sync' ? {} : { appliedThrough: this.#through(entries) };
      await saveProgress(work, { ...run, tally }, { phase: 'apply', ...through });
    });
    for (const { dealId } of entries) this.#open.delete(dealId);
    run.tally = tally;
  }

  /** A two-way run tells of a record what it gave the other side, and what it took before. */
  async #withTaken(work: Work, outcomes: readonly OutcomeRow[]): Promise<readonly OutcomeRow[]> {
    if (this.#run.direction !== 'sync') return outcomes;
    const ids = outcomes.flatMap(({ dealId }) => dealId ?? []);
    const taken = await changesOfRun(work, this.#run.runId, ids);
    return outcomes.map((outcome) => {
      const before = outcome.dealId === null ? undefined : taken.get(outcome.dealId);
      return before === undefined ? outcome : { ...outcome, changes: { ...before, ...outcome.changes } };
    });
  }

  async #storeLinks(work: Work, entries: readonly ExportEntry[]): Promise<void> {
    const { scope, now } = this.#run;
    await saveLinks(work, scope, { links: entries.flatMap(linkOf), now: now().toISOString() });
    const created = entries.flatMap(({ dealId, remote }) => (remote?.did === 'created' ? [dealId] : []));
    await releaseDeals(work, scope, created);
    await settleWrites(
      work,
      scope,
      entries.map(({ dealId }) => dealId),
    );
  }

  /** The id up to which every deal has its outcome once these have theirs. */
  #through(entries: readonly ExportEntry[]): number {
    const settled = new Set(entries.map(({ dealId }) => dealId));
    for (const id of this.#open) if (!settled.has(id)) return id - 1;
    return this.#decidedThrough;
  }
}

function linkOf({ base, externalId, dealId }: ExportEntry): LinkRow[] {
  if (!base || externalId === null) return [];
  return [{ externalId, dealId, localBase: base.local, remoteBase: base.remote }];
}
