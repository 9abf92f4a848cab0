import { DealHistory, DealHistoryInput } from '../deal-history.ts';
import { DealWindowInput, DealWindowOutput } from '../deal-window.ts';
import {
  CreateDealInput,
  CreateDealOutput,
  DealsDeleted,
  DeleteAllDealsInput,
  DeleteDealInput,
  UpdateDealInput,
  UpdateDealOutput,
} from '../deal-writes.ts';
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
  window: procedure
    .meta(
      promises({
        ...deal,
        method: 'GET',
        path: '/deals/window',
        summary: 'Lire une fenêtre des deals triés',
        description:
          'Les deals que les filtres retiennent, triés, à partir de `offset` : de quoi faire défiler une longue liste sans la lire en entier.',
        successDescription: 'Les deals de la fenêtre, et combien il y en a en tout.',
      }),
    )
    .input(DealWindowInput)
    .output(DealWindowOutput)
    .query(({ ctx, input }) => ctx.services.deals.window(input, ctx)),
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
  history: procedure
    .meta(
      promises({
        ...deal,
        method: 'GET',
        path: '/deals/{id}/history',
        summary: 'Lire l’histoire d’un deal',
        description:
          'Chaque changement, champ par champ, avec sa date, son origine et l’exécution qui l’a fait ; d’un deal supprimé aussi.',
        successDescription: 'Les changements, du plus récent à la création.',
        refusals: REFUSALS.dealNotFound,
        paged: true,
      }),
    )
    .input(DealHistoryInput)
    .output(DealHistory)
    .query(({ ctx, input }) => ctx.services.deals.history(input, ctx)),
  create: procedure
    .meta(
      promises({
        ...deal,
        method: 'POST',
        path: '/deals',
        summary: 'Ajouter un deal',
        description: 'Demande `client`, `statut` et `montant_brut` ; le reste est facultatif.',
        successDescription: 'Le deal ajouté.',
        status: 201,
      }),
    )
    .input(CreateDealInput)
    .output(CreateDealOutput)
    .mutation(({ ctx, input }) => ctx.services.deals.create(input, ctx)),
  update: procedure
    .meta(
      promises({
        ...deal,
        method: 'PUT',
        path: '/deals/{id}',
        summary: 'Modifier un deal',
        description: 'Change les champs donnés et garde les autres ; `null` vide un champ facultatif.',
        successDescription: 'Le deal tel qu’il est désormais.',
        refusals: REFUSALS.dealNotFound,
      }),
    )
    .input(UpdateDealInput)
    .output(UpdateDealOutput)
    .mutation(({ ctx, input }) => ctx.services.deals.update(input, ctx)),
  delete: procedure
    .meta(
      promises({
        ...deal,
        method: 'DELETE',
        path: '/deals/{id}',
        summary: 'Supprimer un deal',
        description: 'Le deal de cet identifiant, et ses liens avec les services.',
        successDescription: 'Supprimé.',
        refusals: REFUSALS.dealNotFound,
      }),
    )
    .input(DeleteDealInput)
    .output(DealsDeleted)
    .mutation(({ ctx, input }) => ctx.services.deals.delete(input, ctx)),
  deleteAll: procedure
    .meta(
      promises({
        ...deal,
        method: 'DELETE',
        path: '/deals',
        summary: 'Supprimer tous les deals',
        description: 'Tous les deals et leurs liens. Rien ne les ramène.',
        successDescription: 'Supprimés.',
      }),
    )
    .input(DeleteAllDealsInput)
    .output(DealsDeleted)
    .mutation(({ ctx, input }) => ctx.services.deals.deleteAll(input, ctx)),
});
