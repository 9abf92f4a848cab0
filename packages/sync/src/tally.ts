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
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  /** The first hundred reasons, each naming its record. */
  readonly errors: string[];
  /** The first hundred records whose status was none of ours, with that status. */
  readonly unknownStatuses: string[];
}

/** Counts the outcomes of a run as they are stored. */
export class Tally {
  created = 0;
  updated = 0;
  unchanged = 0;
  failed = 0;
  readonly errors: string[] = [];
  readonly unknownStatuses: string[] = [];

  get processed(): number {
    return this.created + this.updated + this.unchanged + this.failed;
  }

  /** `name` is what a person knows the record by. */
  add(outcome: OutcomeRow['outcome'], name: string, reason: string | null): void {
    this[outcome] += 1;
    // A record left as it is for a reason is told too, though nothing failed.
    if (reason !== null && this.errors.length < MAX_SENTENCES) this.errors.push(`${name} : ${reason}`);
  }

  addUnknownStatus(name: string, status: string): void {
    if (this.unknownStatuses.length < MAX_SENTENCES) this.unknownStatuses.push(`${name} : « ${status} »`);
  }

  /** The same counts, to count on with in a transaction that may be rolled back. */
  copy(): Tally {
    const copy = new Tally();
    copy.created = this.created;
    copy.updated = this.updated;
    copy.unchanged = this.unchanged;
    copy.failed = this.failed;
    copy.errors.push(...this.errors);
    copy.unknownStatuses.push(...this.unknownStatuses);
    return copy;
  }

  result(runId: number): RunResult {
    const { processed, created, updated, unchanged, failed, errors, unknownStatuses } = this;
    const status = failed === 0 ? 'success' : failed === processed ? 'error' : 'partial';
    return { runId, status, processed, created, updated, unchanged, failed, errors, unknownStatuses };
  }
}
