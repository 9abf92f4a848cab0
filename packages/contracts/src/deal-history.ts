import * as z from 'zod';
import { crmAnswer, crmExample } from './crm-answer.ts';
import { exampleDeal, GetDealInput } from './deals.ts';
import { cursor, limit } from './paging.ts';

/** Changes of a deal a page holds unless `limit` says else. */
export const DEFAULT_DEAL_CHANGES = 50;

export const DealHistoryInput = z.strictObject({
  ...GetDealInput.shape,
  limit: limit.meta({ description: `Changements par page, ${DEFAULT_DEAL_CHANGES} par défaut.` }).optional(),
  cursor: cursor.optional(),
});
export type DealHistoryInput = z.infer<typeof DealHistoryInput>;

const fieldValue = z.union([z.string(), z.number(), z.null()]);

/** One change of a deal: what, by which way, when. */
export const DealChange = z
  .strictObject({
    id: z.int().nullable().meta({ description: '`null` pour la création, qui vient en dernier.' }),
    kind: z.enum(['created', 'updated', 'deleted', 'archived', 'restored']),
    origin: z.enum(['form', 'csv', 'import', 'sync', 'undo', 'correction']).nullable().meta({
      description: 'Par où le changement est venu ; `null` : d’avant Passerelle.',
    }),
    run_id: z.int().nullable().meta({ description: 'L’exécution qui l’a fait, quand c’en est une.' }),
    at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    changes: z.array(z.strictObject({ field: z.string(), before: fieldValue, after: fieldValue })),
  })
  .meta({ id: 'DealChange' });
export type DealChange = z.infer<typeof DealChange>;

export const DealHistory = crmAnswer(z.array(DealChange)).meta({
  id: 'DealHistory',
  examples: [
    crmExample([
      {
        id: 31,
        kind: 'updated' as const,
        origin: 'import' as const,
        run_id: 12,
        at: exampleDeal.updated_at,
        changes: [{ field: 'montant_brut', before: 8000, after: exampleDeal.montant_brut }],
      },
      {
        id: null,
        kind: 'created' as const,
        origin: 'form' as const,
        run_id: null,
        at: exampleDeal.created_at,
        changes: [],
      },
    ]),
  ],
});
export type DealHistory = z.infer<typeof DealHistory>;
