import {
  ContractError,
  type CreateDealInput,
  DEAL_NOT_FOUND_MESSAGE,
  DEFAULT_WINDOW,
  type Deal as DealAnswer,
  type DealsService,
  type ListDealsInput,
} from '@passerelle/contracts';
import {
  type Database,
  type DealRow,
  dealWindow,
  deleteAllDeals,
  deleteDeal,
  findDeal,
  insertDeal,
  listDeals,
  saveDealOrigins,
  streamDeals,
  streamDealsJson,
} from '@passerelle/database';
import { byForm, changeDeal } from './change-deal.ts';
import { answerDeal } from './deal-answer.ts';
import { dealOfForm } from './deal-columns.ts';
import { dealFilter } from './deal-filter.ts';
import { dealHistory } from './deal-history.ts';
import { takePage } from './take-page.ts';
import { workOn } from './work-on.ts';

/** What the deals service works with. */
interface DealsParts {
  readonly database: Database;
  readonly now: () => Date;
}

/** Lists, reads and writes deals. */
export function dealsService({ database, now }: DealsParts): DealsService {
  return {
    list: async (input, call) => {
      const data = await findDeals(database, input);
      return {
        success: true,
        data: input.limit === undefined ? data : takePage(data, input.limit, call),
        error: null,
      };
    },
    stream: (input) => batchesOf(database, input),
    streamJson: (input) =>
      streamDealsJson(workOn(database), dealFilter(input), {
        after: input.cursor ?? 0,
        toAnswer: answerDeal,
      }),
    window: async ({
      sort = 'updated_at',
      order = 'desc',
      offset = 0,
      limit = DEFAULT_WINDOW,
      ...filters
    }) => {
      const page = { sort, order, offset, limit };
      const { total, deals } = await dealWindow(workOn(database), dealFilter(filters), page);
      return { success: true, data: { total, deals: deals.map(answerDeal) }, error: null };
    },
    get: async ({ id }) => answer(await findDeal(workOn(database), id)),
    history: (input, call) => dealHistory(database, input, call),
    create: async (input) => answer(await add({ database, now }, input)),
    update: async (input) => answer(await changeDeal({ database, now }, input)),
    delete: async ({ id }) => {
      if (!(await deleteDeal(workOn(database), id, byForm(now())))) throw notFound();
      return { success: true, data: { message: 'Deal supprimé' }, error: null };
    },
    deleteAll: async () => {
      const removed = await deleteAllDeals(workOn(database), byForm(now()));
      const message = removed > 1 ? `${removed} deals supprimés` : `${removed} deal supprimé`;
      return { success: true, data: { message }, error: null };
    },
  };
}

function answer(deal: DealRow | null) {
  if (deal === null) throw notFound();
  return { success: true as const, data: answerDeal(deal), error: null };
}

function add({ database, now }: DealsParts, input: CreateDealInput): Promise<DealRow> {
  return database.em().transactional(async (em) => {
    const work = { em, sql: database.sql };
    const deal = await insertDeal(work, dealOfForm(input, now()));
    await saveDealOrigins(work, byForm(now()), [deal.id]);
    return deal;
  });
}

/** The matching deals in the order of their ids: one more than `limit`, when there are as many. */
async function findDeals(database: Database, input: ListDealsInput): Promise<DealAnswer[]> {
  const { limit, cursor } = input;
  const [work, filter] = [workOn(database), dealFilter(input)];
  if (limit !== undefined) {
    return (await listDeals(work, filter, { after: cursor, limit: limit + 1 })).map(answerDeal);
  }
  const found: DealAnswer[] = [];
  for await (const deals of batchesOf(database, input)) found.push(...deals);
  return found;
}

/** A wrong filter is refused before anything is read. */
function batchesOf(
  database: Database,
  input: Omit<ListDealsInput, 'limit'>,
): AsyncGenerator<DealAnswer[], void> {
  return answered(streamDeals(workOn(database), dealFilter(input), { after: input.cursor ?? 0 }));
}

async function* answered(batches: AsyncIterable<DealRow[]>): AsyncGenerator<DealAnswer[], void> {
  for await (const rows of batches) yield rows.map(answerDeal);
}

function notFound(): ContractError {
  return new ContractError('not_found', DEAL_NOT_FOUND_MESSAGE);
}
