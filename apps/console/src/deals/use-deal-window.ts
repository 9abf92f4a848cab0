import type { Deal } from '@passerelle/contracts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import type { DealsSearch } from './deals-search.ts';

/** Deals a request brings: more than a screen shows, less than is felt. */
const PAGE = 100;

/** The rows of the sorted list that are looked at: whatever its length, only the pages around them are fetched. */
export function useDealWindow(search: DealsSearch, { first, last }: { first: number; last: number }) {
  const { view: _view, deal: _deal, ...input } = search;
  const optionsOf = (page: number) =>
    trpc.deals.window.queryOptions({ ...input, offset: page * PAGE, limit: PAGE });
  const head = useQuery({ ...optionsOf(0), placeholderData: keepPreviousData });
  const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({ queries: pages.map(optionsOf) });
  return {
    head,
    total: head.data?.data.total ?? 0,
    dealAt: (index: number): Deal | undefined => {
      const page = Math.floor(index / PAGE);
      const answer = page === 0 ? head.data : answers[page - from]?.data;
      return answer?.data.deals[index - page * PAGE];
    },
  };
}
