import { type DealFilter, dayAfter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { type Statement, statement, verbatim } from '../statement.ts';
import { type ListedDeal, streamByOrder } from './stream-by-order.ts';

/** Days from today, included, within which a deadline is upcoming. */
export const UPCOMING_DAYS = 30;

/** A deal whose deadline is near or past, and whole days between that and today. */
export type DeadlineDeal = ListedDeal & { readonly date_echeance: string; readonly days: number };

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

/** The deals that match whose deadline is before today, the longest past first, batch by batch. */
export function streamOverdue(
  work: Work,
  filter: DealFilter,
  options: Today,
): AsyncGenerator<DeadlineDeal[]> {
  return streamDeadlines(work, filter, { condition: isOverdue(work, options), ...options });
}

/** The deals that match whose deadline is today or within `UPCOMING_DAYS` days, the nearest first, batch by batch. */
export function streamUpcoming(
  work: Work,
  filter: DealFilter,
  options: Today,
): AsyncGenerator<DeadlineDeal[]> {
  return streamDeadlines(work, filter, { condition: isUpcoming(work, options), ...options });
}

async function* streamDeadlines(
  work: Work,
  filter: DealFilter,
  { condition, today }: Today & { condition: Statement },
): AsyncGenerator<DeadlineDeal[]> {
  const both = statement`${condition} and ${dealCondition(work, filter)}`;
  const order = `${work.sql.bytewise('d.date_echeance')}, d.id`;
  for await (const deals of streamByOrder(work, { condition: both, order })) {
    yield deals.map((deal) => {
      const date = deal.date_echeance ?? today;
      return { ...deal, date_echeance: date, days: Math.abs(daysBetween(date, today)) };
    });
  }
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

function daysBetween(day: string, other: string): number {
  return Math.round((startOf(other) - startOf(day)) / 86_400_000);
}

/** Of days that do not exist too, such as 30 February: an adopted column is not checked. */
function startOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}
