import {
  ContractError,
  DEAL_NOT_FOUND_MESSAGE,
  type Deal as DealAnswer,
  type DealsService,
  type ListDealsInput,
} from '@passerelle/contracts';
import { type Database, Deal } from '@passerelle/database';
import { dealConditions, matchesSearch } from './deal-conditions.ts';
import { takePage } from './take-page.ts';

/** Deals read at a time. */
const BATCH = 1000;

/** Lists and reads deals. */
export function dealsService({ database }: { database: Database }): DealsService {
  return {
    list: async (input, call) => {
      const data = await findDeals(database, input);
      return {
        success: true,
        data: input.limit === undefined ? data : takePage(data, input.limit, call),
        error: null,
      };
    },
    get: async ({ id }) => {
      const [deal] = await dealsAfter(database, { conditions: { id }, after: 0, limit: 1 });
      if (deal === undefined) throw new ContractError('not_found', DEAL_NOT_FOUND_MESSAGE);
      return { success: true, data: deal, error: null };
    },
  };
}

/** The matching deals in the order of their ids: one more than `limit`, when there are as many. */
async function findDeals(database: Database, input: ListDealsInput): Promise<DealAnswer[]> {
  const conditions = dealConditions(input);
  const wanted = input.limit === undefined ? Number.POSITIVE_INFINITY : input.limit + 1;
  const found: DealAnswer[] = [];
  let after = input.cursor ?? 0;
  for (;;) {
    const batch = await dealsAfter(database, { conditions, after, limit: BATCH });
    found.push(...batch.filter((deal) => matchesSearch(deal, input.search)));
    after = batch.at(-1)?.id ?? after;
    if (batch.length < BATCH || found.length >= wanted) return found.slice(0, wanted);
  }
}

function dealsAfter(
  database: Database,
  page: { conditions: object; after: number; limit: number },
): Promise<DealAnswer[]> {
  return database
    .em()
    .createQueryBuilder(Deal)
    .where({ $and: [page.conditions, { id: { $gt: page.after } }] })
    .orderBy({ id: 'asc' })
    .limit(page.limit)
    .execute('all');
}
