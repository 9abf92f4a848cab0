import { GetPlanInput, ListPlanRecordsInput, PlanAnswer, PlanRecordList } from '../plans.ts';
import { RunAnswer } from '../runs.ts';
import { RunReport } from '../sync.ts';
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
  run: procedure
    .meta(
      promises({
        ...plans,
        method: 'POST',
        path: '/sync/plans/{id}/apply',
        summary: 'Appliquer un aperçu',
        description:
          'Fait exactement ce que l’aperçu dit ; ou refuse (409) en disant ce qui a changé, sans rien faire.',
        successDescription: 'Le décompte.',
        refusals: {
          ...REFUSALS.needsConfiguration,
          ...REFUSALS.planNotFound,
          ...REFUSALS.planRefused,
          ...REFUSALS.runFailed,
        },
        respondAsync: { procedure: 'plans.start', input: {} },
      }),
    )
    .input(GetPlanInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.plans.run(input, ctx)),
  start: procedure
    .meta(
      promises({
        ...plans,
        method: 'POST',
        path: '/sync/plans/{id}/start',
        summary: 'Lancer l’application d’un aperçu',
        description: 'Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.',
        successDescription: 'L’exécution, commencée.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.planNotFound, ...REFUSALS.planRefused },
        status: 202,
        location: '/sync/runs/{id}',
      }),
    )
    .input(GetPlanInput)
    .output(RunAnswer)
    .mutation(({ ctx, input }) => ctx.services.plans.start(input, ctx)),
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
