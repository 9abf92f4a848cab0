import {
  announceCreates,
  type LinkRow,
  type OutcomeRow,
  saveLinks,
  saveOutcomes,
  settleCreates,
} from '@passerelle/database';
import PQueue from 'p-queue';
import type { FieldConflict } from './decide-record.ts';
import { listConflicts } from './keep-history.ts';
import type { AgreedBase } from './merge-record.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';

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
}

/**
 * Stores what an export did, one transaction at a time: links, outcomes and counts together. Requests to the
 * vendor may overlap, what is known of them may not.
 */
export class ExportLedger {
  readonly #run: RunContext;
  readonly #queue = new PQueue({ concurrency: 1 });

  constructor(run: RunContext) {
    this.#run = run;
  }

  /** Notes that creates are about to leave for these deals; answers when it was noted. */
  async announce(dealIds: readonly number[]): Promise<string> {
    const sentAt = this.#run.now().toISOString();
    const { runId, scope } = this.#run;
    await this.#queue.add(() =>
      inTransaction(this.#run, 'announce', (work) =>
        announceCreates(work, scope, { dealIds, runId, sentAt }),
      ),
    );
    return sentAt;
  }

  /** Stores the entries; nothing counts as done before. */
  async settle(entries: readonly ExportEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#queue.add(() => this.#store(entries));
  }

  async #store(entries: readonly ExportEntry[]): Promise<void> {
    const run = this.#run;
    const tally = run.tally.copy();
    const outcomes = entries.map(({ dealId, client, externalId, outcome, reason, changes }) => {
      tally.add(outcome, client, reason);
      return { position: tally.processed, externalId, dealId, name: client, outcome, reason, changes };
    });
    await inTransaction(run, 'settle', async (work) => {
      await saveLinks(work, run.scope, { links: entries.flatMap(linkOf), now: run.now().toISOString() });
      await saveOutcomes(work, run.runId, outcomes);
      await listConflicts(work, run, { records: entries, now: run.now().toISOString() });
      await settleCreates(
        work,
        run.scope,
        entries.map(({ dealId }) => dealId),
      );
      await saveProgress(work, { ...run, tally }, { phase: 'apply' });
    });
    run.tally = tally;
  }
}

function linkOf({ base, externalId, dealId }: ExportEntry): LinkRow[] {
  if (!base || externalId === null) return [];
  return [{ externalId, dealId, localBase: base.local, remoteBase: base.remote }];
}
