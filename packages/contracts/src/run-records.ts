import * as z from 'zod';
import { limit } from './paging.ts';

/** Records of a run a page holds unless `limit` says else. */
export const DEFAULT_RUN_RECORDS = 50;

/** Records that one retry names at most; more are named by their cause, or all are tried. */
export const MAX_RETRIED = 1000;

/** What a run does with one record. */
export const RUN_OUTCOMES = [
  'created',
  'updated',
  'archived',
  'unchanged',
  'failed',
  'reversed',
  'kept',
] as const;

const runId = z.int().min(1).meta({ description: 'Identifiant de l’exécution.' });
const position = z.int().min(1).meta({ description: 'La place de l’enregistrement dans l’exécution.' });
const cause = z.string().min(1).meta({ description: 'Une cause de refus, telle que `/causes` la donne.' });

export const ListRunRecordsInput = z.strictObject({
  id: runId,
  outcome: z
    .enum(RUN_OUTCOMES)
    .optional()
    .meta({ description: '`failed` : ceux qui sont encore refusés, sans ceux repris depuis.' }),
  cause: cause.optional(),
  limit: limit
    .meta({ description: `Enregistrements par page, ${DEFAULT_RUN_RECORDS} par défaut.` })
    .optional(),
  cursor: z.int().min(1).meta({ description: '`position` du dernier reçu.' }).optional(),
});
export type ListRunRecordsInput = z.infer<typeof ListRunRecordsInput>;

const fieldValue = z.union([z.string(), z.number(), z.null()]);

/** What a run did with one record. */
export const RunRecord = z
  .strictObject({
    position: z.int().min(1),
    name: z.string().nullable().meta({ description: 'Le client, quand il est connu.' }),
    outcome: z.enum(RUN_OUTCOMES).meta({
      description: 'D’une annulation : `reversed` (repris), `kept` (gardé, car modifié depuis) ou `failed`.',
    }),
    reason: z.string().nullable().meta({ description: 'Phrase à montrer telle quelle.' }),
    changes: z
      .record(z.string(), z.strictObject({ before: fieldValue, after: fieldValue }))
      .nullable()
      .meta({ description: 'Champ → valeur avant et après.' }),
    deal_id: z.int().nullable(),
    external_id: z.string().nullable().meta({ description: 'Identifiant de l’enregistrement distant.' }),
    values: z
      .record(z.string(), fieldValue)
      .nullable()
      .meta({ description: 'D’un refusé : ce qu’il contient, tel que lu puis corrigé.' }),
    field: z
      .string()
      .nullable()
      .meta({ description: 'D’un refusé : le champ en cause, quand il y en a un.' }),
    faults: z
      .array(z.strictObject({ field: z.string().nullable(), message: z.string() }))
      .meta({ description: 'D’un refusé : chaque faute, par champ.' }),
    corrected: z.array(z.string()).meta({ description: 'Les champs corrigés depuis.' }),
    solved_by: z.int().nullable().meta({ description: 'L’exécution qui l’a repris depuis.' }),
  })
  .meta({
    id: 'RunRecord',
    examples: [
      {
        position: 3,
        name: 'Atelier Morel',
        outcome: 'updated',
        reason: null,
        changes: { montant_brut: { before: 1000, after: 1200 } },
        deal_id: 41,
        external_id: 'recA1B2C3D4E5F6G7',
        values: null,
        field: null,
        faults: [],
        corrected: [],
        solved_by: null,
      },
    ],
  });
export type RunRecord = z.infer<typeof RunRecord>;

export const RunRecordList = z
  .strictObject({ success: z.literal(true), data: z.array(RunRecord) })
  .meta({ id: 'RunRecordList' });
export type RunRecordList = z.infer<typeof RunRecordList>;

/** Why records of a run were refused, and how many for it. */
export const RunCause = z
  .strictObject({
    cause: z.string().meta({ description: 'La raison, sans les valeurs : à montrer telle quelle.' }),
    field: z.string().nullable(),
    count: z.int().min(1),
    open: z.int().min(0).meta({ description: 'Ceux qui ne sont pas repris encore.' }),
  })
  .meta({
    id: 'RunCause',
    examples: [
      { cause: 'Champ montant_brut : le montant manque.', field: 'montant_brut', count: 9, open: 7 },
    ],
  });
export type RunCause = z.infer<typeof RunCause>;

export const RunCauseList = z
  .strictObject({ success: z.literal(true), data: z.array(RunCause) })
  .meta({ id: 'RunCauseList' });
export type RunCauseList = z.infer<typeof RunCauseList>;

export const CorrectRecordInput = z
  .strictObject({
    id: runId,
    position,
    values: z
      .record(z.string(), fieldValue)
      .meta({ description: 'Champ → valeur corrigée, par les règles d’un deal. Les autres restent.' }),
  })
  .meta({ examples: [{ id: 12, position: 3, values: { montant_brut: 8500.5 } }] });
export type CorrectRecordInput = z.infer<typeof CorrectRecordInput>;

export const RunRecordAnswer = z
  .strictObject({ success: z.literal(true), data: RunRecord })
  .meta({ id: 'RunRecordAnswer' });
export type RunRecordAnswer = z.infer<typeof RunRecordAnswer>;

export const RetryRunInput = z
  .strictObject({
    id: runId,
    positions: z
      .array(position)
      .min(1)
      .max(MAX_RETRIED)
      .optional()
      .meta({ description: 'Seulement ceux-là ; sinon tous les refusés.' }),
    cause: cause.optional(),
  })
  .meta({ examples: [{ id: 12, positions: [3, 8] }] });
export type RetryRunInput = z.infer<typeof RetryRunInput>;
