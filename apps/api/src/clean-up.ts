import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Database,
  forgetSettledDeletions,
  forgetSome,
  leftovers,
  retireOld,
  type Work,
} from '@passerelle/database';

/** How long what is not for ever is kept. */
export interface Retention {
  /** Days that the details of a run, record by record, are kept. */
  readonly days: number;
  /** Records whose details are kept at most, of all runs together. */
  readonly records: number;
}

/** How it is done. */
export interface CleanUpOptions {
  readonly retention: Retention;
  readonly now: Date;
  /** Ends it between two steps; the next time it goes on. */
  readonly signal: AbortSignal;
  /** Rows forgotten in one transaction. */
  readonly stepRows?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Expired plans are kept this long, for whoever has one open. */
const PLAN_DAYS = 7;

/** A few milliseconds' work: nobody who writes meanwhile waits for longer. */
const STEP_ROWS = 2_000;

/** Others get their turn at the database between two steps. */
const PAUSE_MS = 5;

/** Forgets what is kept no longer, in small steps, each a transaction of its own. The history of runs and deals stays. */
export async function cleanUp(database: Database, options: CleanUpOptions): Promise<void> {
  const { retention, now, signal, stepRows = STEP_ROWS } = options;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const rules = {
    now: now.toISOString(),
    detailsBefore: daysAgo(retention.days),
    maxRecords: retention.records,
    plansBefore: daysAgo(PLAN_DAYS),
  };
  const once = <T>(act: (work: Work) => Promise<T>) =>
    database.em().transactional((em) => act({ em, sql: database.sql }));
  const inSteps = async (step: (work: Work) => Promise<number>) => {
    for (let forgotten = stepRows; forgotten === stepRows; ) {
      signal.throwIfAborted();
      forgotten = await once(step);
      await sleep(PAUSE_MS, undefined, { signal });
    }
  };
  await once((work) => retireOld(work, rules));
  for (const leftover of await leftovers(database.em())) {
    await inSteps((work) => forgetSome(work, leftover, stepRows));
  }
  await inSteps((work) => forgetSettledDeletions(work, rules.detailsBefore, stepRows));
}
