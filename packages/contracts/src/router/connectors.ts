import { GetPoliciesInput, PoliciesOutput, SavePoliciesInput } from '../connector-policies.ts';
import {
  DeleteScheduleInput,
  DeleteScheduleOutput,
  GetScheduleInput,
  SaveScheduleInput,
  ScheduleOutput,
} from '../connector-schedule.ts';
import { GetSamplesInput, GetSchemaInput, SamplesOutput, SchemaOutput } from '../connector-schema.ts';
import { GetUsageInput, UsageOutput } from '../connector-usage.ts';
import {
  DeleteConnectorInput,
  DeleteConnectorOutput,
  ListConnectorsInput,
  ListConnectorsOutput,
  SaveConnectorInput,
  SaveConnectorOutput,
  TestConnectorInput,
  TestConnectorOutput,
} from '../connectors.ts';
import { ListSandboxInput, ListSandboxOutput } from '../sandbox.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';
import { REFUSALS } from './refusals.ts';

const connector = { tag: 'Connecteurs', envelope: 'sync' } as const;

/** Procedures of `/connectors`. */
export const connectorsRouter = router({
  list: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/config',
        summary: 'Lister les connecteurs configurés',
        description: 'Toutes les configurations, par nom de service. Le jeton est masqué.',
        successDescription: 'Les configurations.',
      }),
    )
    .input(ListConnectorsInput)
    .output(ListConnectorsOutput)
    .query(({ ctx, input }) => ctx.services.connectors.list(input, ctx)),
  sandbox: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/sandbox',
        summary: 'Voir les tables du bac à sable',
        description: 'De quoi essayer chaque service sans compte : à enregistrer tel quel.',
        successDescription: 'Une table par service ; aucune quand le bac à sable est éteint.',
      }),
    )
    .input(ListSandboxInput)
    .output(ListSandboxOutput)
    .query(({ ctx, input }) => ctx.services.connectors.sandbox(input, ctx)),
  save: procedure
    .meta(
      promises({
        ...connector,
        method: 'PUT',
        path: '/connectors/config/{provider}',
        summary: 'Configurer un connecteur',
        description:
          'Crée ou met à jour la configuration. Un champ absent garde sa valeur ; le jeton aussi quand il vaut `***`.',
        successDescription: 'La configuration enregistrée, jeton masqué.',
        refusals: REFUSALS.unknownProvider,
      }),
    )
    .input(SaveConnectorInput)
    .output(SaveConnectorOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.save(input, ctx)),
  delete: procedure
    .meta(
      promises({
        ...connector,
        method: 'DELETE',
        path: '/connectors/config/{provider}',
        summary: 'Supprimer un connecteur',
        description:
          'Retire le jeton, la configuration, les règles et le planning ; l’historique et les liens des deals restent.',
        successDescription: 'Supprimé.',
        refusals: { ...REFUSALS.unknownProvider, ...REFUSALS.configurationNotFound },
      }),
    )
    .input(DeleteConnectorInput)
    .output(DeleteConnectorOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.delete(input, ctx)),
  test: procedure
    .meta(
      promises({
        ...connector,
        method: 'POST',
        path: '/connectors/test/{provider}',
        summary: 'Tester une connexion',
        description:
          'Essaie le service avec la configuration enregistrée, sans rien y écrire. Un refus du service est une réponse 200 avec `success: false`.',
        successDescription: 'Ce qui a été vu, contrôle par contrôle.',
        refusals: REFUSALS.needsConfiguration,
      }),
    )
    .input(TestConnectorInput)
    .output(TestConnectorOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.test(input, ctx)),
  schema: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/{provider}/schema',
        summary: 'Voir les tables et les colonnes d’un service',
        description:
          'Regarde la table enregistrée, ou une autre avec le jeton enregistré, et propose une correspondance : par nom, par noms usuels en français et en anglais, par type.',
        successDescription: 'Tables, colonnes, correspondance proposée, et ce qui ne va pas dans l’actuelle.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.vendorFailed },
      }),
    )
    .input(GetSchemaInput)
    .output(SchemaOutput)
    .query(({ ctx, input }) => ctx.services.connectors.schema(input, ctx)),
  samples: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/{provider}/samples',
        summary: 'Lire trois enregistrements à travers la correspondance',
        description:
          'Trois enregistrements du service, cellule par cellule, et le deal que chacun donnerait. Rien n’est enregistré.',
        successDescription: 'Au plus trois enregistrements.',
        refusals: { ...REFUSALS.needsConfiguration, ...REFUSALS.vendorFailed },
      }),
    )
    .input(GetSamplesInput)
    .output(SamplesOutput)
    .query(({ ctx, input }) => ctx.services.connectors.samples(input, ctx)),
  usage: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/{provider}/usage',
        summary: 'Voir les appels envoyés ce mois',
        description:
          'Les appels de Passerelle à la base enregistrée depuis le début du mois, et leur prévision face aux formules du service. Les appels d’autres applications n’y sont pas.',
        successDescription: 'Appels et prévision.',
        refusals: REFUSALS.needsConfiguration,
      }),
    )
    .input(GetUsageInput)
    .output(UsageOutput)
    .query(({ ctx, input }) => ctx.services.connectors.usage(input, ctx)),
  policies: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/{provider}/policies',
        summary: 'Lire les règles d’un connecteur',
        description: 'Les règles enregistrées, ou celles par défaut.',
        successDescription: 'Les règles.',
        refusals: REFUSALS.unknownProvider,
      }),
    )
    .input(GetPoliciesInput)
    .output(PoliciesOutput)
    .query(({ ctx, input }) => ctx.services.connectors.policies(input, ctx)),
  savePolicies: procedure
    .meta(
      promises({
        ...connector,
        method: 'PUT',
        path: '/connectors/{provider}/policies',
        summary: 'Choisir les règles d’un connecteur',
        description:
          'Une règle absente garde sa valeur. Supprimer la configuration remet les règles par défaut.',
        successDescription: 'Toutes les règles, comme elles sont maintenant.',
        refusals: REFUSALS.unknownProvider,
      }),
    )
    .input(SavePoliciesInput)
    .output(PoliciesOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.savePolicies(input, ctx)),
  schedule: procedure
    .meta(
      promises({
        ...connector,
        method: 'GET',
        path: '/connectors/{provider}/schedule',
        summary: 'Lire le planning d’un connecteur',
        description: 'Quand il se synchronise tout seul, son prochain tour, et ce qu’a donné le dernier.',
        successDescription: 'Le planning ; `null` quand il n’y en a pas.',
        refusals: REFUSALS.unknownProvider,
      }),
    )
    .input(GetScheduleInput)
    .output(ScheduleOutput)
    .query(({ ctx, input }) => ctx.services.connectors.schedule(input, ctx)),
  saveSchedule: procedure
    .meta(
      promises({
        ...connector,
        method: 'PUT',
        path: '/connectors/{provider}/schedule',
        summary: 'Planifier les synchronisations d’un connecteur',
        description:
          'Remplace le planning entier. Un tour qui trouve une exécution en cours est sauté ; ceux manqués pendant que le serveur était arrêté sont rattrapés par un seul. Supprimer la configuration supprime le planning.',
        successDescription: 'Le planning enregistré, avec son prochain tour.',
        refusals: REFUSALS.unknownProvider,
      }),
    )
    .input(SaveScheduleInput)
    .output(ScheduleOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.saveSchedule(input, ctx)),
  deleteSchedule: procedure
    .meta(
      promises({
        ...connector,
        method: 'DELETE',
        path: '/connectors/{provider}/schedule',
        summary: 'Supprimer le planning d’un connecteur',
        description: 'Il ne se synchronise plus tout seul ; une exécution en cours va au bout.',
        successDescription: 'Supprimé.',
        refusals: { ...REFUSALS.unknownProvider, ...REFUSALS.scheduleNotFound },
      }),
    )
    .input(DeleteScheduleInput)
    .output(DeleteScheduleOutput)
    .mutation(({ ctx, input }) => ctx.services.connectors.deleteSchedule(input, ctx)),
});
