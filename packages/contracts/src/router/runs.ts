import { tracked } from '@trpc/server';
import { PlanAnswer } from '../plans.ts';
import { ListRunExchangesInput, RunExchangeList } from '../run-exchanges.ts';
import {
  CorrectRecordInput,
  ListRunRecordsInput,
  RetryRunInput,
  RunCauseList,
  RunRecordAnswer,
  RunRecordList,
} from '../run-records.ts';
import { ListRunsInput, RunAnswer, RunEventsInput, RunInput, RunList } from '../runs.ts';
import { RunReport } from '../sync.ts';
import { endingOnRefusal } from './ending-on-refusal.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const runs = { tag: 'Exécutions', envelope: 'sync' } as const;

/** Procedures of `/sync/runs`. */
export const runsRouter = router({
  list: procedure
    .meta(
      promises({
        ...runs,
        method: 'GET',
        path: '/sync/runs',
        summary: 'Lister les exécutions',
        description: 'De la plus récente à la plus ancienne, celles en cours comprises.',
        successDescription: 'Une page d’exécutions.',
        refusals: REFUSALS.unknownProvider,
        paged: true,
      }),
    )
    .input(ListRunsInput)
    .output(RunList)
    .query(({ ctx, input }) => ctx.services.runs.list(input, ctx)),
  get: procedure
    .meta(
      promises({
        ...runs,
        method: 'GET',
        path: '/sync/runs/{id}',
        summary: 'Suivre une exécution',
        description: 'Où elle en est, à quel débit, ce qu’elle attend et ce qu’il lui reste.',
        successDescription: 'L’exécution.',
        refusals: REFUSALS.runNotFound,
      }),
    )
    .input(RunInput)
    .output(RunAnswer)
    .query(({ ctx, input }) => ctx.services.runs.get(input, ctx)),
  records: procedure
    .meta(
      promises({
        ...runs,
        method: 'GET',
        path: '/sync/runs/{id}/records',
        summary: 'Lire ce qu’une exécution a fait de chaque enregistrement',
        description: 'Un enregistrement par ligne, avec sa raison et ses champs changés, avant et après.',
        successDescription: 'Une page d’enregistrements.',
        refusals: { ...REFUSALS.runNotFound, ...REFUSALS.detailsRemoved },
        paged: true,
      }),
    )
    .input(ListRunRecordsInput)
    .output(RunRecordList)
    .query(({ ctx, input }) => ctx.services.runs.records(input, ctx)),
  exchanges: procedure
    .meta(
      promises({
        ...runs,
        method: 'GET',
        path: '/sync/runs/{id}/exchanges',
        summary: 'Lire les échanges d’une exécution avec le service',
        description:
          'Chaque requête envoyée et sa réponse, sans jeton, dans l’ordre où elles se sont terminées ; les 5 000 premières.',
        successDescription: 'Une page d’échanges.',
        refusals: { ...REFUSALS.runNotFound, ...REFUSALS.detailsRemoved },
        paged: true,
      }),
    )
    .input(ListRunExchangesInput)
    .output(RunExchangeList)
    .query(({ ctx, input }) => ctx.services.runs.exchanges(input, ctx)),
  /** No REST promise: over REST it is a stream of server-sent events, which no JSON answer describes. */
  events: procedure.input(RunEventsInput).subscription(async function* ({ ctx, input, signal }) {
    const events = ctx.services.runs.events(input, { signal: signal ?? ctx.signal });
    for await (const { eventId, run } of endingOnRefusal(events)) yield tracked(eventId, run);
  }),
  cancel: procedure
    .meta(
      promises({
        ...runs,
        method: 'POST',
        path: '/sync/runs/{id}/cancel',
        summary: 'Arrêter une exécution',
        description:
          'La requête en cours se termine, rien d’autre ne part. Ce qui était fait reste fait, et l’exécution peut être reprise.',
        successDescription: 'L’exécution, qui s’arrête.',
        refusals: { ...REFUSALS.runNotFound, ...REFUSALS.runOver },
      }),
    )
    .input(RunInput)
    .output(RunAnswer)
    .mutation(({ ctx, input }) => ctx.services.runs.cancel(input, ctx)),
  resume: procedure
    .meta(
      promises({
        ...runs,
        method: 'POST',
        path: '/sync/runs/{id}/resume',
        summary: 'Reprendre une exécution',
        description:
          'Une exécution arrêtée, interrompue ou échouée reprend là où elle en était, tant qu’aucune autre ne l’a suivie.',
        successDescription: 'L’exécution, reprise.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.runNotFound, ...REFUSALS.runNotResumable },
        status: 202,
        location: '/sync/runs/{id}',
      }),
    )
    .input(RunInput)
    .output(RunAnswer)
    .mutation(({ ctx, input }) => ctx.services.runs.resume(input, ctx)),
  undo: procedure
    .meta(
      promises({
        ...runs,
        method: 'POST',
        path: '/sync/runs/{id}/undo',
        summary: 'Prévoir l’annulation d’une exécution',
        description:
          'Répond un aperçu, à appliquer par `/sync/plans/{id}/apply` : ce qui sera retiré, remis ou ramené, et ce qui est gardé parce que modifié depuis. Ne fait rien.',
        successDescription: 'L’aperçu.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.runNotFound, ...REFUSALS.runNotUndoable },
      }),
    )
    .input(RunInput)
    .output(PlanAnswer)
    .mutation(({ ctx, input }) => ctx.services.runs.undo(input, ctx)),
  causes: procedure
    .meta(
      promises({
        ...runs,
        method: 'GET',
        path: '/sync/runs/{id}/causes',
        summary: 'Compter les refus d’une exécution par cause',
        description: 'De la cause la plus fréquente à la plus rare, avec le champ en cause.',
        successDescription: 'Les causes.',
        refusals: { ...REFUSALS.runNotFound, ...REFUSALS.detailsRemoved },
      }),
    )
    .input(RunInput)
    .output(RunCauseList)
    .query(({ ctx, input }) => ctx.services.runs.causes(input, ctx)),
  correct: procedure
    .meta(
      promises({
        ...runs,
        method: 'PUT',
        path: '/sync/runs/{id}/records/{position}',
        summary: 'Corriger un enregistrement refusé',
        description:
          'D’un import : garde les valeurs corrigées pour la reprise. D’un export : modifie le deal. Rien n’est repris avant `/retry`.',
        successDescription: 'L’enregistrement, corrigé.',
        refusals: { ...REFUSALS.runNotFound, ...REFUSALS.recordNotRefused },
      }),
    )
    .input(CorrectRecordInput)
    .output(RunRecordAnswer)
    .mutation(({ ctx, input }) => ctx.services.runs.correct(input, ctx)),
  retry: procedure
    .meta(
      promises({
        ...runs,
        method: 'POST',
        path: '/sync/runs/{id}/retry',
        summary: 'Reprendre les enregistrements refusés',
        description:
          'Un, plusieurs, ceux d’une cause ou tous, dans une exécution à part. Un corrigé est pris tel que corrigé ; sinon il est relu. Ceux qui passent quittent les refus ; repris deux fois, ils ne doublent rien.',
        successDescription: 'Le décompte.',
        refusals: {
          ...REFUSALS.needsConfiguration,
          ...REFUSALS.runNotFound,
          ...REFUSALS.recordNotRefused,
          ...REFUSALS.runFailed,
        },
        respondAsync: { procedure: 'runs.startRetry', input: {} },
      }),
    )
    .input(RetryRunInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.runs.retry(input, ctx)),
  startRetry: procedure
    .meta(
      promises({
        ...runs,
        method: 'POST',
        path: '/sync/runs/{id}/retry/start',
        summary: 'Lancer la reprise des enregistrements refusés',
        description: 'Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.',
        successDescription: 'L’exécution, commencée.',
        refusals: {
          ...REFUSALS.needsConfiguration,
          ...REFUSALS.runNotFound,
          ...REFUSALS.recordNotRefused,
        },
        status: 202,
        location: '/sync/runs/{id}',
      }),
    )
    .input(RetryRunInput)
    .output(RunAnswer)
    .mutation(({ ctx, input }) => ctx.services.runs.startRetry(input, ctx)),
});
