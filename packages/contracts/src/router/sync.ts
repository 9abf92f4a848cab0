import { PlanAnswer, PreviewInput } from '../plans.ts';
import { RunAnswer, StartRunInput } from '../runs.ts';
import { ListLogsInput, ListLogsOutput, RunImportInput, RunReport, RunSyncInput } from '../sync.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const sync = { tag: 'Synchronisation', envelope: 'sync' } as const;
const runRefusals = { ...REFUSALS.needsConfiguration, ...REFUSALS.cannotRunNow, ...REFUSALS.runFailed };

/** Procedures of `/sync`. */
export const syncRouter = router({
  import: procedure
    .meta(
      promises({
        ...sync,
        method: 'POST',
        path: '/sync/{provider}/import',
        summary: 'Importer les deals d’un service',
        description:
          'Lit la table distante (ce qui a changé depuis le dernier import quand le service sait le dire, tout avec `full=true`), puis crée et met à jour les deals. Va au bout même si le client s’en va.',
        successDescription: 'Le décompte, même quand des enregistrements ont été refusés.',
        refusals: runRefusals,
        respondAsync: { procedure: 'sync.start', input: { direction: 'import' } },
        inQuery: ['full'],
      }),
    )
    .input(RunImportInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.sync.import(input, ctx)),
  export: procedure
    .meta(
      promises({
        ...sync,
        method: 'POST',
        path: '/sync/{provider}/export',
        summary: 'Exporter les deals vers un service',
        description:
          'Crée ou met à jour une ligne distante par deal ; ce qui est égal ne coûte aucune écriture.',
        successDescription: 'Le décompte, même quand des deals ont été refusés.',
        refusals: runRefusals,
        respondAsync: { procedure: 'sync.start', input: { direction: 'export' } },
      }),
    )
    .input(RunSyncInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.sync.export(input, ctx)),
  sync: procedure
    .meta(
      promises({
        ...sync,
        method: 'POST',
        path: '/sync/{provider}/sync',
        summary: 'Synchroniser dans les deux sens',
        description:
          'Lit toute la table distante une fois, prend ce qui y a changé et y porte ce qui a changé ici. Un champ changé des deux côtés suit la règle des conflits.',
        successDescription: 'Le décompte, même quand des enregistrements ont été refusés.',
        refusals: runRefusals,
        respondAsync: { procedure: 'sync.start', input: { direction: 'sync' } },
      }),
    )
    .input(RunSyncInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.sync.sync(input, ctx)),
  start: procedure
    .meta(
      promises({
        ...sync,
        method: 'POST',
        path: '/sync/{provider}/runs',
        summary: 'Lancer une synchronisation',
        description: 'Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.',
        successDescription: 'L’exécution, commencée.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.cannotRunNow },
        status: 202,
        location: '/sync/runs/{id}',
      }),
    )
    .input(StartRunInput)
    .output(RunAnswer)
    .mutation(({ ctx, input }) => ctx.services.sync.start(input, ctx)),
  preview: procedure
    .meta(
      promises({
        ...sync,
        method: 'POST',
        path: '/sync/{provider}/preview',
        summary: 'Prévoir une synchronisation',
        description:
          'Lit tout et n’écrit rien, d’aucun côté : l’aperçu dit, enregistrement par enregistrement, ce qui serait fait.',
        successDescription: 'L’aperçu, enregistré.',
        inQuery: ['direction'],
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.cannotRunNow, ...REFUSALS.runFailed },
      }),
    )
    .input(PreviewInput)
    .output(PlanAnswer)
    .mutation(({ ctx, input }) => ctx.services.sync.preview(input, ctx)),
  logs: procedure
    .meta(
      promises({
        ...sync,
        method: 'GET',
        path: '/sync/logs',
        summary: 'Lire l’historique des synchronisations',
        description: 'Les exécutions, de la plus récente à la plus ancienne.',
        successDescription: 'Une page d’exécutions.',
        refusals: REFUSALS.unknownProvider,
        paged: true,
      }),
    )
    .input(ListLogsInput)
    .output(ListLogsOutput)
    .query(({ ctx, input }) => ctx.services.sync.logs(input, ctx)),
});
