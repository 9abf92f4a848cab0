import type { OutcomeRow } from '@passerelle/database';

/** How many readable sentences a result carries; the outcomes hold them all. */
const MAX_SENTENCES = 100;

/** What a run answers once it is done. */
export interface RunResult {
  readonly runId: number;
  /** `error`: every record was refused. */
  readonly status: 'success' | 'partial' | 'error';
  readonly processed: number;
  readonly created: number;
  /** Archived ones included. */
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Why losses that the run would have carried wait for a person; `null` when none does. */
  readonly withheld: string | null;
  /** Why each field that the run left alone is paused. */
  readonly pausedFields: readonly string[];
  /** The first hundred reasons: of what was withheld, of paused fields, then of records, each naming its own. */
  readonly errors: string[];
  /** The first hundred records whose status was none of ours, with that status. */
  readonly unknownStatuses: string[];
}

/** What of a tally is stored with the run, for whoever takes it up. */
export interface TallyState {
  readonly created: number;
  readonly updated: number;
  readonly archived: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly withheld: string | null;
  readonly errors: readonly string[];
  readonly unknownStatuses: readonly string[];
}

/**
 * What leaves one side as the other lost it, and what is taken back of a run, count as changed, what
 * is kept as unchanged.
 */
const COUNTED_AS = {
  created: 'created',
  updated: 'updated',
  archived: 'updated',
  unchanged: 'unchanged',
  failed: 'failed',
  reversed: 'updated',
  kept: 'unchanged',
} as const satisfies Record<OutcomeRow['outcome'], string>;

/** Counts the outcomes of a run as they are stored. */
export class Tally {
  created = 0;
  updated = 0;
  /** Of those that count as updated. */
  archived = 0;
  unchanged = 0;
  failed = 0;
  /** Why losses that the run would have carried wait for a person. */
  withheld: string | null = null;
  readonly errors: string[] = [];
  readonly unknownStatuses: string[] = [];
  /** Why each paused field is; told first, and again by whoever takes the run up. */
  pausedFields: readonly string[] = [];

  get processed(): number {
    return this.created + this.updated + this.unchanged + this.failed;
  }

  /** `name` is what a person knows the record by. */
  add(outcome: OutcomeRow['outcome'], name: string, reason: string | null): void {
    if (outcome === 'archived') this.archived += 1;
    this[COUNTED_AS[outcome]] += 1;
    // A record left as it is for a reason is told too, though nothing failed.
    if (reason !== null && this.errors.length < MAX_SENTENCES) this.errors.push(`${name} : ${reason}`);
  }

  addUnknownStatus(name: string, status: string): void {
    if (this.unknownStatuses.length < MAX_SENTENCES) this.unknownStatuses.push(`${name} : « ${status} »`);
  }

  /** Counts on from where a run stood. */
  static from(state: TallyState): Tally {
    const tally = new Tally();
    tally.created = state.created;
    tally.updated = state.updated;
    tally.archived = state.archived;
    tally.withheld = state.withheld;
    tally.unchanged = state.unchanged;
    tally.failed = state.failed;
    tally.errors.push(...state.errors);
    tally.unknownStatuses.push(...state.unknownStatuses);
    return tally;
  }

  /** The same counts, to count on with in a transaction that may be rolled back. */
  copy(): Tally {
    const copy = Tally.from(this);
    copy.pausedFields = this.pausedFields;
    return copy;
  }

  result(runId: number): RunResult {
    const { processed, created, updated, unchanged, failed, withheld, pausedFields, unknownStatuses } = this;
    const errors = [...(withheld === null ? [] : [withheld]), ...pausedFields, ...this.errors].slice(
      0,
      MAX_SENTENCES,
    );
    const isWhole = failed === 0 && pausedFields.length === 0 && withheld === null;
    const status = isWhole ? 'success' : failed > 0 && failed === processed ? 'error' : 'partial';
    const counts = { processed, created, updated, unchanged, failed };
    return { runId, status, ...counts, withheld, pausedFields, errors, unknownStatuses };
  }
}
