import { GetDealInput, GetDealOutput, ListDealsInput, ListDealsOutput } from '../deals.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const deal = { tag: 'Deals', envelope: 'crm' } as const;

/** Procedures of `/deals`. */
export const dealsRouter = router({
  list: procedure
    .meta(
      promises({
        ...deal,
        method: 'GET',
        path: '/deals',
        summary: 'Lister les deals',
        description:
          'Les deals que les filtres retiennent, dans l’ordre de leur création ; par pages avec `limit`.',
        successDescription: 'Les deals.',
        paged: true,
      }),
    )
    .input(ListDealsInput)
    .output(ListDealsOutput)
    .query(({ ctx, input }) => ctx.services.deals.list(input, ctx)),
  get: procedure
    .meta(
      promises({
        ...deal,
        method: 'GET',
        path: '/deals/{id}',
        summary: 'Lire un deal',
        description: 'Le deal de cet identifiant.',
        successDescription: 'Le deal.',
        refusals: REFUSALS.dealNotFound,
      }),
    )
    .input(GetDealInput)
    .output(GetDealOutput)
    .query(({ ctx, input }) => ctx.services.deals.get(input, ctx)),
});
