import { foldForSearch } from '../search/fold-for-search.ts';
import { type IdWindow, joined, type Statement, statement, verbatim } from '../statement.ts';
import type { Work } from './work.ts';

/** What a list or a figure of deals is narrowed by; what is absent or empty narrows nothing. */
export interface DealFilter {
  /** One of these, exactly as stored. */
  readonly statuts?: readonly string[] | undefined;
  readonly secteurs?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  /** `YYYY-MM-DD`, inclusive, on `date_echeance`. */
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
  /** A part of `client` or `notes`; case and accents are ignored, no character is special. */
  readonly search?: string | undefined;
}

/** The condition on `deals d` that a filter stands for. Ids outside `window` need not be decided rightly. */
export function dealCondition(
  { sql }: Pick<Work, 'sql'>,
  filter: DealFilter,
  window: IdWindow | null = null,
): Statement {
  const { statuts, secteurs, assignees, dateFrom, dateTo, search } = filter;
  const date = verbatim(sql.bytewise('d.date_echeance'));
  const conditions = [
    isOneOf('d.statut', statuts),
    isOneOf('d.secteur', secteurs),
    isOneOf('d.assignee', assignees),
    dateFrom ? statement`${date} >= ${dateFrom}` : null,
    // An adopted date may carry a time of day, whose characters all come before `~`.
    dateTo ? statement`${date} < ${`${dateTo}~`} and ${date} > ''` : null,
    search && foldForSearch(search) !== '' ? sql.matchesSearch(search, window) : null,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? verbatim('true') : joined(conditions, ' and ');
}

/** Whether a column is one of the values. */
export function isOneOf(column: string, values: readonly string[] | undefined): Statement | null {
  if (!values?.length) return null;
  return statement`${verbatim(column)} in (${joined(
    values.map((value) => statement`${value}`),
    ', ',
  )})`;
}

/** The day `days` after `day`, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
