import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';

const SECONDS_PER_DAY = 86_400;

/** How long deals took from their creation to their last change. */
export interface Duration {
  /** Deals that were timed; one whose timestamps cannot be read is not. */
  readonly count: number;
  /** Null of no deals. */
  readonly meanDays: number | null;
}

/** The columns of a duration over the deals `d` that are `timed`. */
export function durationColumns({ sql }: Pick<Work, 'sql'>, timed: Statement): Statement {
  const seconds = verbatim(`${sql.seconds('d.updated_at')} - ${sql.seconds('d.created_at')}`);
  return statement`count(case when ${timed} then ${seconds} end) as timed_count, sum(case when ${timed} then ${seconds} end) as seconds`;
}

/** A duration as selected by `durationColumns`; PostgreSQL answers it as text. */
export interface DurationRow {
  readonly timed_count: number | string;
  readonly seconds: number | string | null;
}

/** Reads one, or several of one group together. */
export function readDuration(...rows: readonly DurationRow[]): Duration {
  const count = rows.reduce((sum, row) => sum + Number(row.timed_count), 0);
  const seconds = rows.reduce((sum, row) => sum + Number(row.seconds ?? 0), 0);
  return { count, meanDays: count === 0 ? null : seconds / count / SECONDS_PER_DAY };
}
