import { PlanAnswer, PreviewInput } from '../plans.ts';
import { ListLogsInput, ListLogsOutput, RunReport, RunSyncInput } from '../sync.ts';
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
          'Lit toute la table distante, puis crée et met à jour les deals. Va au bout même si le client s’en va.',
        successDescription: 'Le décompte, même quand des enregistrements ont été refusés.',
        refusals: runRefusals,
      }),
    )
    .input(RunSyncInput)
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
      }),
    )
    .input(RunSyncInput)
    .output(RunReport)
    .mutation(({ ctx, input }) => ctx.services.sync.export(input, ctx)),
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
