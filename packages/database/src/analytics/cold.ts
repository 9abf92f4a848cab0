import { dayAfter } from '../queries/deal-filter.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import { isWon } from './won.ts';

/** Days without a change after which a deal that is not won is cold. */
export const COLD_AFTER_DAYS = 10;

/** What tells a cold deal. */
export interface ColdOptions {
  readonly wonStatuts: readonly string[];
  readonly now: Date;
}

/** Whether a deal `d` is not won and was last changed more than `COLD_AFTER_DAYS` days before `now`. */
export function isCold({ sql }: Pick<Work, 'sql'>, { wonStatuts, now }: ColdOptions): Statement {
  const cutoff = new Date(now.getTime() - COLD_AFTER_DAYS * 86_400_000);
  const day = cutoff.toISOString().slice(0, 10);
  const text = verbatim(sql.bytewise('d.updated_at'));
  const seconds = verbatim(sql.seconds('d.updated_at'));
  // Days are told by the text as it is; only near the cutoff, a zone's width around it, need timestamps be read.
  return statement`not ${isWon(wonStatuts)} and ${text} < ${dayAfter(day, 2)}
    and (${text} < ${dayAfter(day, -1)} and ${verbatim(sql.isDay('d.updated_at'))} or ${seconds} < ${cutoff.getTime() / 1000})`;
}
