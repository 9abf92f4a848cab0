import { type DealFilter, dayAfter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import type { ListAnswer, ListBatch, ListShape } from './listed-deal.ts';
import { streamByOrder } from './stream-by-order.ts';

/** Days from today, included, within which a deadline is upcoming. */
export const UPCOMING_DAYS = 30;

/** How many deadlines are past or upcoming. */
export interface DeadlineFigures {
  readonly overdueCount: number;
  readonly upcomingCount: number;
  /** Sum of `montant_brut` of the upcoming ones, in euros. */
  readonly upcomingTotal: number;
}

/** `YYYY-MM-DD`. */
export interface Today {
  readonly today: string;
}

/** Counts the past and upcoming deadlines of the deals that match. */
export async function deadlineFigures(
  work: Work,
  filter: DealFilter,
  options: Today,
): Promise<DeadlineFigures> {
  const [overdue, upcoming] = [isOverdue(work, options), isUpcoming(work, options)];
  const cents = verbatim(work.sql.cents('d.montant_brut'));
  const row = await aggregateRow<Record<'overdue' | 'upcoming' | 'cents', number | string | null>>(
    work,
    statement`select count(*) filter (where ${overdue}) as overdue, count(*) filter (where ${upcoming}) as upcoming,
        sum(case when ${upcoming} then ${cents} end) as cents
      from deals d where ${dealCondition(work, filter)}`,
  );
  return {
    overdueCount: Number(row.overdue),
    upcomingCount: Number(row.upcoming),
    upcomingTotal: Number(row.cents ?? 0) / 100,
  };
}

/** The deals that match whose deadline is before today, the longest past first; `days`: since then. */
export function streamOverdue<const Shape extends ListShape>(
  work: Work,
  filter: DealFilter,
  options: Today & { list: ListAnswer<Shape> },
): AsyncGenerator<ListBatch<Shape>> {
  return streamDeadlines(work, filter, { ...options, condition: isOverdue(work, options) });
}

/** The deals that match whose deadline is today or within `UPCOMING_DAYS` days, the nearest first; `days`: until then. */
export function streamUpcoming<const Shape extends ListShape>(
  work: Work,
  filter: DealFilter,
  options: Today & { list: ListAnswer<Shape> },
): AsyncGenerator<ListBatch<Shape>> {
  return streamDeadlines(work, filter, { ...options, condition: isUpcoming(work, options) });
}

function streamDeadlines<const Shape extends ListShape>(
  work: Work,
  filter: DealFilter,
  { condition, today, list }: Today & { condition: Statement; list: ListAnswer<Shape> },
): AsyncGenerator<ListBatch<Shape>> {
  const both = statement`${condition} and ${dealCondition(work, filter)}`;
  const order = `${work.sql.bytewise('d.date_echeance')}, d.id`;
  const start = verbatim(work.sql.seconds('substr(d.date_echeance, 1, 10)'));
  const days = statement`coalesce(cast(abs(${start} - ${Date.parse(today) / 1000}) / 86400 as integer), 0)`;
  return streamByOrder(work, { condition: both, order, days }, list);
}

// An adopted column may hold other text, which is no deadline.

function isOverdue({ sql }: Work, { today }: Today): Statement {
  const date = verbatim(sql.bytewise('d.date_echeance'));
  return statement`${date} < ${today} and ${verbatim(sql.isDay('d.date_echeance'))}`;
}

function isUpcoming({ sql }: Work, { today }: Today): Statement {
  const date = verbatim(sql.bytewise('d.date_echeance'));
  return statement`${date} >= ${today} and ${date} < ${dayAfter(today, UPCOMING_DAYS + 1)}
    and ${verbatim(sql.isDay('d.date_echeance'))}`;
}
