import * as z from 'zod';
import type { Call } from './call.ts';
import { cursor, limit } from './paging.ts';
import { Side } from './plans.ts';
import { PROVIDERS, Provider } from './providers.ts';

const [exampleProvider] = PROVIDERS;

/** Deletions a page holds unless `limit` says else. */
export const DEFAULT_DELETIONS = 50;

/** Deletions that one call decides on by their ids at most; those of a filter are not counted. */
export const MAX_DECIDED = 1000;

/** Refusals that one answer names at most. */
export const MAX_REFUSED = 100;

/** What has become of a record that one side lost. */
export const DELETION_STATES = [
  'pending',
  'approved',
  'archived',
  'kept',
  'left',
  'returned',
  'restored',
] as const;
const DeletionState = z.enum(DELETION_STATES).meta({
  description:
    '`pending` : attend votre choix ; `approved` : sera archivée par le prochain export ou la prochaine synchronisation ; `archived` : archivée de l’autre côté aussi ; `kept` : gardée à votre demande ; `left` : laissée telle quelle, personne n’a rien demandé ; `returned` : revenue d’elle-même ; `restored` : ramenée à votre demande.',
});

export const ListDeletionsInput = z
  .strictObject({
    provider: Provider.optional(),
    state: DeletionState.optional().meta({
      description: '`pending` quand il est absent : ce qui attend votre choix.',
    }),
    limit: limit.meta({ description: `Suppressions par page, ${DEFAULT_DELETIONS} par défaut.` }).optional(),
    cursor: cursor.optional(),
  })
  .prefault({});
export type ListDeletionsInput = z.infer<typeof ListDeletionsInput>;

const fieldValue = z.union([z.string(), z.number(), z.null()]);
const deletionId = z.int().min(1);

/** A record that one side lost, while the other still held it. */
export const Deletion = z
  .strictObject({
    id: deletionId,
    provider: z.string(),
    side: Side.meta({
      description:
        'Le côté qui l’a perdu. `remote` : l’enregistrement n’est plus dans la table du service ; `local` : le deal a été supprimé du CRM.',
    }),
    name: z.string().nullable().meta({ description: 'Le client.' }),
    deal_id: z.int(),
    external_id: z.string().meta({ description: 'Identifiant de l’enregistrement distant.' }),
    values: z
      .record(z.string(), fieldValue)
      .meta({ description: 'Champ → valeur sur laquelle les deux côtés étaient d’accord.' }),
    state: DeletionState,
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Pourquoi elle attend : phrase à montrer telle quelle.' }),
    is_reversible: z.boolean().meta({
      description:
        'Faux : archiver cet enregistrement l’efface pour de bon chez le service, qui ne sait pas le rendre.',
    }),
    run_id: z.int().meta({ description: 'L’exécution qui l’a vu.' }),
    noticed_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    decided_at: z.string().nullable(),
  })
  .meta({
    id: 'Deletion',
    examples: [
      {
        id: 4,
        provider: exampleProvider,
        side: 'remote',
        name: 'Atelier Morel',
        deal_id: 42,
        external_id: 'recA1B2C3D4E5F6G7',
        values: { client: 'Atelier Morel', statut: 'qualifié', montant_brut: 9000 },
        state: 'pending',
        reason: null,
        is_reversible: true,
        run_id: 12,
        noticed_at: '2026-11-14T09:30:00.000Z',
        decided_at: null,
      },
    ],
  });
export type Deletion = z.infer<typeof Deletion>;

export const DeletionList = z
  .strictObject({ success: z.literal(true), data: z.array(Deletion) })
  .meta({ id: 'DeletionList' });
export type DeletionList = z.infer<typeof DeletionList>;

export const DecideDeletionsInput = z
  .strictObject({
    decision: z.enum(['archive', 'keep', 'restore']).meta({
      description:
        '`archive` : porte la suppression de l’autre côté ; `keep` : laisse l’autre côté tel quel et ne demande plus ; `restore` : ramène l’enregistrement du côté qui l’a perdu.',
    }),
    ids: z.array(deletionId).min(1).max(MAX_DECIDED).optional(),
    filter: z
      .strictObject({ provider: Provider.optional(), side: Side.optional() })
      .optional()
      .meta({ description: 'À la place de `ids` : toutes celles-là. Vide : toutes.' }),
    state: DeletionState.optional().meta({
      description:
        'L’état dans lequel vous les avez lues, `pending` quand il est absent. Celles qui sont dans un autre sont refusées, et celles qui ont déjà reçu cette décision comptées.',
    }),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: 'Donnez soit `ids`, soit `filter`.',
  })
  .meta({ examples: [{ ids: [4, 5], decision: 'archive' }] });
export type DecideDeletionsInput = z.infer<typeof DecideDeletionsInput>;

export const DeletionsDecided = z
  .strictObject({
    success: z.literal(true),
    decided: z.int().min(0),
    refused: z
      .array(z.strictObject({ id: deletionId, reason: z.string() }))
      .max(MAX_REFUSED)
      .meta({ description: 'Celles qui n’ont pas pu l’être, les 100 premières.' }),
    message: z.string(),
  })
  .meta({
    id: 'DeletionsDecided',
    examples: [{ success: true, decided: 2, refused: [], message: '2 deals archivés dans le CRM.' }],
  });
export type DeletionsDecided = z.infer<typeof DeletionsDecided>;

/** What the API must do for `/sync/deletions`. Every method may throw a `ContractError`. */
export interface DeletionsService {
  list(input: ListDeletionsInput, call: Call): Promise<DeletionList>;
  /** What concerns the CRM is done at once; what concerns the vendor, by the next run that writes there. */
  decide(input: DecideDeletionsInput, call: Call): Promise<DeletionsDecided>;
}
