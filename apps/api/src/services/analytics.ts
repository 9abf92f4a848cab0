import type { AnalyticsService, ColdDealsOutput, DeadlinesOutput } from '@passerelle/contracts';
import {
  assigneeFigures,
  coldFigures,
  type Database,
  deadlineFigures,
  filterOptions,
  keyFigures,
  sectorFigures,
  streamColdDeals,
  streamOverdue,
  streamUpcoming,
  velocityFigures,
} from '@passerelle/database';
import {
  answerAssignees,
  answerKeyFigures,
  answerSectors,
  answerVelocity,
  COLD,
  OVERDUE,
  UPCOMING,
  WON_STATUTS,
} from './analytics-answers.ts';
import { collectStreamed } from './collect-streamed.ts';
import { dealFilter } from './deal-filter.ts';
import { formatted } from './formatted.ts';
import { workOn } from './work-on.ts';

/** What the analytics service works with. */
interface AnalyticsParts {
  readonly database: Database;
  readonly now: () => Date;
}

/** Figures over the deals that a filter lets through, as the database adds them up. */
export function analyticsService({ database, now }: AnalyticsParts): AnalyticsService {
  const cold = () => ({ wonStatuts: WON_STATUTS, now: now() });
  const won = { wonStatuts: WON_STATUTS };
  const streamDeadlines: AnalyticsService['streamDeadlines'] = async (input) => {
    const [work, filter, today] = [workOn(database), dealFilter(input), { today: dayOf(now()) }];
    const { overdueCount, upcomingCount, upcomingTotal } = await deadlineFigures(work, filter, today);
    return answer({
      overdue: streamOverdue(work, filter, { ...today, list: OVERDUE }),
      upcoming: streamUpcoming(work, filter, { ...today, list: UPCOMING }),
      stats: {
        nb_overdue: overdueCount,
        nb_upcoming: upcomingCount,
        ...formatted('montant_upcoming', upcomingTotal),
      },
    });
  };
  const streamCold: AnalyticsService['streamColdDeals'] = async (input) => {
    const [work, filter, options] = [workOn(database), dealFilter(input), cold()];
    const { count, total } = await coldFigures(work, filter, options);
    return answer({
      cold_deals: streamColdDeals(work, filter, { ...options, list: COLD }),
      stats: { nb_cold_deals: count, ...formatted('montant_total_cold', total) },
    });
  };
  return {
    kpis: async (input) =>
      answer(answerKeyFigures(await keyFigures(workOn(database), dealFilter(input), cold()))),
    sectors: async (input) => answer(answerSectors(await sectorFigures(workOn(database), dealFilter(input)))),
    deadlines: async (input) => collectStreamed<DeadlinesOutput>(await streamDeadlines(input)),
    streamDeadlines,
    performance: async (input) =>
      answer(answerAssignees(await assigneeFigures(workOn(database), dealFilter(input), won))),
    velocity: async (input) =>
      answer(answerVelocity(await velocityFigures(workOn(database), dealFilter(input), won))),
    coldDeals: async (input) => collectStreamed<ColdDealsOutput>(await streamCold(input)),
    streamColdDeals: streamCold,
    filterOptions: async () => {
      const { statuts, secteurs, assignees } = await filterOptions(workOn(database));
      return answer({ statuts: [...statuts], secteurs: [...secteurs], assignees: [...assignees] });
    },
  };
}

function answer<Data>(data: Data) {
  return { success: true as const, data, error: null };
}

/** The calendar day where the server stands. */
function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE').format(instant);
}
