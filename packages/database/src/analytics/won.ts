import { isOneOf } from '../queries/deal-filter.ts';
import { type Statement, verbatim } from '../statement.ts';

/** Whether a deal `d` is won: its statut is one of those that its caller counts as such. */
export function isWon(wonStatuts: readonly string[]): Statement {
  return isOneOf('d.statut', wonStatuts) ?? verbatim('false');
}
