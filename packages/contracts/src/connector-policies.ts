import * as z from 'zod';
import { PROVIDERS, Provider } from './providers.ts';
import { lineOfText } from './text.ts';
import { DEAL_FIELDS, STATUTS } from './vocabulary.ts';

const [exampleProvider] = PROVIDERS;

const examplePolicies = {
  conflict: 'remote',
  deletion: 'ignore',
  deletion_threshold: 20,
  create_options: ['secteur'],
  status_values: { 'À rappeler': 'qualifié' },
  full_scan_every: 20,
} as const;

/** A vendor's table rarely has more choices than this in one column. */
const MAX_STATUS_VALUES = 500;

const policies = {
  conflict: z.enum(['remote', 'local', 'newest', 'ask']).meta({
    description:
      'Un champ changé des deux côtés : `remote` garde la valeur du service, `local` celle du CRM, `newest` la plus récente, `ask` laisse les deux et demande.',
  }),
  deletion: z.enum(['ignore', 'flag', 'archive']).meta({
    description:
      'Un enregistrement disparu d’un côté : `ignore` ne fait rien, `flag` vous demande, `archive` l’archive de l’autre côté (et demande là où le service ne saurait pas le rendre).',
  }),
  deletion_threshold: z.int().min(0).max(100).meta({
    description:
      'Pour cent des enregistrements reliés. Au-delà, et à partir de six, aucune disparition n’est appliquée avant votre accord.',
  }),
  create_options: z
    .array(z.enum(DEAL_FIELDS))
    .max(DEAL_FIELDS.length)
    .refine((fields) => new Set(fields).size === fields.length, { error: 'nomme deux fois le même champ.' })
    .meta({
      description:
        'Champs dont l’export peut créer les options manquantes dans la colonne de choix distante.',
    }),
  status_values: z
    .record(lineOfText(255), z.enum(STATUTS))
    .refine((values) => Object.keys(values).length <= MAX_STATUS_VALUES, {
      error: `compte plus de ${MAX_STATUS_VALUES} statuts.`,
    })
    .meta({ description: 'Statut distant → statut du CRM, à l’import ; et l’inverse à l’export.' }),
  full_scan_every: z.int().min(1).max(1000).meta({
    description: 'Un import sur tant relit toute la table ; les autres ne lisent que ce qui a changé.',
  }),
};

/** How a connector settles what is not a person's to decide each time. */
export const ConnectorPolicies = z
  .strictObject(policies)
  .meta({ id: 'ConnectorPolicies', examples: [examplePolicies] });
export type ConnectorPolicies = z.infer<typeof ConnectorPolicies>;

export const GetPoliciesInput = z.strictObject({ provider: Provider });
export type GetPoliciesInput = z.infer<typeof GetPoliciesInput>;

export const SavePoliciesInput = z
  .strictObject({ provider: Provider, ...z.strictObject(policies).partial().shape })
  .refine((input) => Object.keys(policies).some((name) => Object.hasOwn(input, name)), {
    error: `Rien à enregistrer. Donnez au moins un champ parmi : ${Object.keys(policies).join(', ')}.`,
  })
  .meta({ examples: [{ provider: exampleProvider, ...examplePolicies }] });
export type SavePoliciesInput = z.infer<typeof SavePoliciesInput>;

export const PoliciesOutput = z
  .strictObject({ success: z.literal(true), data: ConnectorPolicies })
  .meta({ id: 'ConnectorPoliciesAnswer', examples: [{ success: true, data: examplePolicies }] });
export type PoliciesOutput = z.infer<typeof PoliciesOutput>;
