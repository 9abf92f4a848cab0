import * as z from 'zod';
import type { Call } from './call.ts';
import { limit } from './paging.ts';
import { PROVIDERS, Provider } from './providers.ts';
import type { RunAnswer } from './runs.ts';
import type { RunReport } from './sync.ts';

const [exampleProvider] = PROVIDERS;

/** Records of a plan a page holds unless `limit` says else. */
export const DEFAULT_PLAN_ROWS = 50;

/** What a plan does with one record. */
export const PLAN_KINDS = [
  'create',
  'update',
  'archive',
  'unchanged',
  'conflict',
  'refused',
  'remove',
  'restore',
  'kept',
] as const;
const PlanKind = z.enum(PLAN_KINDS);

const count = z.int().min(0);
const planId = z.int().min(1).meta({ description: 'Identifiant de l’aperçu.' });
const fieldValue = z.union([z.string(), z.number(), z.null()]);

/** Which side of a connection: the CRM (`local`) or the vendor (`remote`). */
export const Side = z
  .enum(['local', 'remote'])
  .meta({ description: '`local` : le CRM ; `remote` : le service.' });

export const PreviewInput = z
  .strictObject({
    provider: Provider,
    direction: z.enum(['import', 'export', 'sync']).meta({
      description:
        'Sens de la synchronisation à prévoir. Se donne aussi dans l’adresse : `?direction=import`.',
    }),
  })
  .meta({ examples: [{ provider: exampleProvider, direction: 'import' }] });
export type PreviewInput = z.infer<typeof PreviewInput>;

/** What a run would do, worked out without doing it. */
export const Plan = z
  .strictObject({
    id: planId,
    provider: z.string(),
    direction: z.enum(['import', 'export', 'sync', 'undo']),
    state: z.enum(['planning', 'ready', 'failed', 'expired', 'applied', 'outdated']).meta({
      description:
        '`expired` : trop ancien pour être appliqué ; `outdated` : un côté a changé depuis, voir `differences` ; `applied` : voir `run_id`.',
    }),
    counts: z
      .strictObject({
        create: count,
        update: count,
        archive: count.meta({
          description:
            'Perdus par un côté, à archiver de l’autre : le deal quitte le CRM, ou l’enregistrement la table.',
        }),
        unchanged: count,
        conflict: count.meta({ description: 'Changés des deux côtés ; chacun montre les deux valeurs.' }),
        refused: count,
        remove: count.meta({ description: 'Annulation : créés par l’exécution, à retirer.' }),
        restore: count.meta({ description: 'Annulation : retirés par l’exécution, à ramener.' }),
        kept: count.meta({ description: 'Annulation : modifiés depuis, gardés tels quels.' }),
      })
      .meta({
        description: 'Enregistrements par sorte ; leur somme est le nombre d’enregistrements prévus.',
      }),
    requests: z.strictObject({
      read: count.meta({ description: 'Appels du service pour relire la table.' }),
      write: count.meta({ description: 'Appels du service pour écrire.' }),
    }),
    expected_seconds: z.number().min(0).meta({ description: 'Durée prévue de l’application.' }),
    message: z.string().nullable().meta({
      description:
        'Pourquoi l’aperçu n’a pas pu être fait, ou ne vaut plus ; ou pourquoi des suppressions attendront votre accord.',
    }),
    differences: z.array(z.string()).meta({
      description: 'Ce qui a changé depuis, quand l’aperçu ne vaut plus : une phrase par enregistrement.',
    }),
    run_id: z.int().nullable().meta({ description: 'L’exécution qui l’a appliqué.' }),
    undone_run_id: z.int().nullable().meta({ description: 'Annulation : l’exécution à annuler.' }),
    created_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    expires_at: z.string(),
  })
  .meta({
    id: 'Plan',
    examples: [
      {
        id: 7,
        provider: exampleProvider,
        direction: 'import',
        state: 'ready',
        counts: {
          create: 237,
          update: 3,
          archive: 0,
          unchanged: 9,
          conflict: 1,
          refused: 0,
          remove: 0,
          restore: 0,
          kept: 0,
        },
        requests: { read: 4, write: 0 },
        expected_seconds: 1.2,
        message: null,
        differences: [],
        run_id: null,
        undone_run_id: null,
        created_at: '2026-11-14T09:30:00.000Z',
        expires_at: '2026-11-14T10:30:00.000Z',
      },
    ],
  });
export type Plan = z.infer<typeof Plan>;

export const PlanAnswer = z.strictObject({ success: z.literal(true), data: Plan }).meta({ id: 'PlanAnswer' });
export type PlanAnswer = z.infer<typeof PlanAnswer>;

export const GetPlanInput = z.strictObject({ id: planId });
export type GetPlanInput = z.infer<typeof GetPlanInput>;

export const ListPlanRecordsInput = z.strictObject({
  id: planId,
  kind: PlanKind.optional(),
  limit: limit.meta({ description: `Enregistrements par page, ${DEFAULT_PLAN_ROWS} par défaut.` }).optional(),
  cursor: z.int().min(1).meta({ description: '`position` du dernier reçu.' }).optional(),
});
export type ListPlanRecordsInput = z.infer<typeof ListPlanRecordsInput>;

/** What a plan does with one record. */
export const PlanRecord = z
  .strictObject({
    position: z.int().min(1),
    kind: PlanKind,
    name: z.string().nullable().meta({ description: 'Le client, quand il est connu.' }),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Pourquoi il est refusé ou laissé : phrase à montrer telle quelle.' }),
    changes: z
      .array(z.strictObject({ field: z.string(), side: Side, before: fieldValue, after: fieldValue }))
      .meta({ description: 'Champ par champ, avant et après, et de quel côté.' }),
    conflicts: z
      .array(
        z.strictObject({
          field: z.string(),
          local: fieldValue,
          remote: fieldValue,
          kept: Side.nullable().meta({
            description: 'Le côté dont la valeur est gardée ; `null` : à vous de choisir.',
          }),
        }),
      )
      .meta({ description: 'Champs changés des deux côtés depuis leur dernier accord.' }),
    deal_id: z.int().nullable(),
    external_id: z.string().nullable().meta({ description: 'Identifiant de l’enregistrement distant.' }),
  })
  .meta({
    id: 'PlanRecord',
    examples: [
      {
        position: 3,
        kind: 'conflict',
        name: 'Atelier Morel',
        reason: null,
        changes: [{ field: 'montant_brut', side: 'local', before: 1000, after: 1200 }],
        conflicts: [{ field: 'montant_brut', local: 1000, remote: 1200, kept: 'remote' }],
        deal_id: 41,
        external_id: 'recA1B2C3D4E5F6G7',
      },
    ],
  });
export type PlanRecord = z.infer<typeof PlanRecord>;

export const PlanRecordList = z
  .strictObject({ success: z.literal(true), data: z.array(PlanRecord) })
  .meta({ id: 'PlanRecordList' });
export type PlanRecordList = z.infer<typeof PlanRecordList>;

/** What the API must do for `/sync/plans`. Every method may throw a `ContractError`. */
export interface PlansService {
  get(input: GetPlanInput, call: Call): Promise<PlanAnswer>;
  records(input: ListPlanRecordsInput, call: Call): Promise<PlanRecordList>;
  /** Does what the plan says, to the end. (tRPC keeps the name `apply` for itself.) */
  run(input: GetPlanInput, call: Call): Promise<RunReport>;
  /** Begins to, and answers while it goes on. */
  start(input: GetPlanInput, call: Call): Promise<RunAnswer>;
}
