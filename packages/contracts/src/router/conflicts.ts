import { ConflictList, ConflictsSettled, ListConflictsInput, SettleConflictsInput } from '../conflicts.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const conflicts = { tag: 'Conflits', envelope: 'sync' } as const;

/** Procedures of `/sync/conflicts`. */
export const conflictsRouter = router({
  list: procedure
    .meta(
      promises({
        ...conflicts,
        method: 'GET',
        path: '/sync/conflicts',
        summary: 'Lister les conflits',
        description:
          'Les champs changés des deux côtés qui attendent votre choix (règle `ask`), avec les deux valeurs.',
        successDescription: 'Une page de conflits.',
        refusals: REFUSALS.unknownProvider,
        paged: true,
      }),
    )
    .input(ListConflictsInput)
    .output(ConflictList)
    .query(({ ctx, input }) => ctx.services.conflicts.list(input, ctx)),
  settle: procedure
    .meta(
      promises({
        ...conflicts,
        method: 'POST',
        path: '/sync/conflicts/settle',
        summary: 'Régler des conflits',
        description:
          'Dit quel côté garder, pour un ou plusieurs conflits. La prochaine synchronisation porte la valeur gardée de l’autre côté.',
        successDescription: 'Réglés.',
      }),
    )
    .input(SettleConflictsInput)
    .output(ConflictsSettled)
    .mutation(({ ctx, input }) => ctx.services.conflicts.settle(input, ctx)),
});
