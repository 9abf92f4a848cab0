import { GetPlanInput, ListPlanRecordsInput, PlanAnswer, PlanRecordList } from '../plans.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const plans = { tag: 'Aperçus', envelope: 'sync' } as const;

/** Procedures of `/sync/plans`. */
export const plansRouter = router({
  get: procedure
    .meta(
      promises({
        ...plans,
        method: 'GET',
        path: '/sync/plans/{id}',
        summary: 'Lire un aperçu',
        description: 'Ce qu’une synchronisation ferait : décompte, appels du service, durée prévue.',
        successDescription: 'L’aperçu.',
        refusals: REFUSALS.planNotFound,
      }),
    )
    .input(GetPlanInput)
    .output(PlanAnswer)
    .query(({ ctx, input }) => ctx.services.plans.get(input, ctx)),
  records: procedure
    .meta(
      promises({
        ...plans,
        method: 'GET',
        path: '/sync/plans/{id}/records',
        summary: 'Lire les enregistrements d’un aperçu',
        description: 'Un enregistrement par ligne, champ par champ, avant et après.',
        successDescription: 'Une page d’enregistrements.',
        refusals: REFUSALS.planNotFound,
        paged: true,
      }),
    )
    .input(ListPlanRecordsInput)
    .output(PlanRecordList)
    .query(({ ctx, input }) => ctx.services.plans.records(input, ctx)),
});
