import { DecideDeletionsInput, DeletionList, DeletionsDecided, ListDeletionsInput } from '../deletions.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const deletions = { tag: 'Suppressions', envelope: 'sync' } as const;

/** Procedures of `/sync/deletions`. */
export const deletionsRouter = router({
  list: procedure
    .meta(
      promises({
        ...deletions,
        method: 'GET',
        path: '/sync/deletions',
        summary: 'Lister les suppressions',
        description:
          'Les enregistrements qu’un côté a perdus et que l’autre tient encore (règle `deletion` du connecteur). Seule une lecture complète de la table en ajoute, jamais une perte d’accès ; celui qui revient quitte la liste.',
        successDescription: 'Une page de suppressions.',
        refusals: REFUSALS.unknownProvider,
        paged: true,
      }),
    )
    .input(ListDeletionsInput)
    .output(DeletionList)
    .query(({ ctx, input }) => ctx.services.deletions.list(input, ctx)),
  decide: procedure
    .meta(
      promises({
        ...deletions,
        method: 'POST',
        path: '/sync/deletions/decide',
        summary: 'Décider de suppressions',
        description:
          'Archiver, garder ou ramener, pour quelques-unes ou toutes celles d’un filtre. Dans le CRM, c’est fait aussitôt : un deal archivé quitte listes et chiffres, et revient sous le même identifiant. Chez le service, le prochain export ou la prochaine synchronisation s’en charge. Redemander la même décision ne change rien.',
        successDescription: 'Décidées.',
        refusals: REFUSALS.deletionRefused,
      }),
    )
    .input(DecideDeletionsInput)
    .output(DeletionsDecided)
    .mutation(({ ctx, input }) => ctx.services.deletions.decide(input, ctx)),
});
