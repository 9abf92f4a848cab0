import * as z from 'zod';
import { crmAnswer, crmExample } from './crm-answer.ts';
import { DATES_OUT_OF_ORDER, Deal, datesInOrder, dealFilters, exampleDeal } from './deals.ts';
import { limit } from './paging.ts';

/** What a table of deals can be sorted by; `statut` follows the pipeline, not the alphabet. */
export const DEAL_ORDERS = [
  'client',
  'statut',
  'montant_brut',
  'valeur_ponderee',
  'secteur',
  'date_echeance',
  'assignee',
  'updated_at',
] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number];

/** Deals a window holds unless `limit` says else. */
export const DEFAULT_WINDOW = 100;

export const DealWindowInput = z
  .strictObject({
    ...dealFilters,
    sort: z.enum(DEAL_ORDERS).meta({ description: 'Champ du tri, `updated_at` par défaut.' }).optional(),
    order: z.enum(['asc', 'desc']).meta({ description: 'Sens du tri, `desc` par défaut.' }).optional(),
    offset: z
      .int()
      .min(0)
      .max(100_000_000)
      .meta({ description: 'Deals à sauter avant le premier.' })
      .optional(),
    limit: limit.meta({ description: `Deals de la fenêtre, ${DEFAULT_WINDOW} par défaut.` }).optional(),
  })
  .refine(datesInOrder, DATES_OUT_OF_ORDER)
  .prefault({});
export type DealWindowInput = z.infer<typeof DealWindowInput>;

export const DealWindowOutput = crmAnswer(
  z.strictObject({
    total: z.int().min(0).meta({ description: 'Deals que les filtres retiennent en tout.' }),
    deals: z.array(Deal),
  }),
).meta({ id: 'DealWindow', examples: [crmExample({ total: 1, deals: [exampleDeal] })] });
export type DealWindowOutput = z.infer<typeof DealWindowOutput>;
