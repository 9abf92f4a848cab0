import * as z from 'zod';
import type { Call } from './call.ts';
import type { DealHistory, DealHistoryInput } from './deal-history.ts';
import type { DealWindowInput, DealWindowOutput } from './deal-window.ts';
import type {
  CreateDealInput,
  CreateDealOutput,
  DealsDeleted,
  DeleteAllDealsInput,
  DeleteDealInput,
  UpdateDealInput,
  UpdateDealOutput,
} from './deal-writes.ts';
import { cursor, limit } from './paging.ts';
import type { JsonItems } from './streamed.ts';
import { lineOfText } from './text.ts';
import { PROBABILITES, STATUTS } from './vocabulary.ts';

/** What the CRM answers, to the letter, for a deal that is not there. */
export const DEAL_NOT_FOUND_MESSAGE = 'Deal non trouvé';

/** A deal to show. */
export const exampleDeal = {
  id: 42,
  client: 'Atelier Morel',
  statut: 'négociation',
  montant_brut: 8500.5,
  probabilite: PROBABILITES.négociation,
  valeur_ponderee: 5950.35,
  secteur: 'Industrie',
  date_echeance: '2026-12-31',
  assignee: 'Claire Dubois',
  notes: null,
  created_at: '2026-11-02T08:15:00.000Z',
  updated_at: '2026-11-14T09:30:00.000Z',
} as const;

/** A deal as it is answered. Texts of an adopted database come as they are, so nothing is refused here. */
export const Deal = z
  .strictObject({
    id: z.int(),
    client: z.string(),
    statut: z.string().meta({ description: `Parmi : ${STATUTS.join(', ')}.` }),
    montant_brut: z.number().meta({ description: 'Euros.' }),
    probabilite: z.number().meta({ description: 'Celle du statut, de 0 à 1.' }),
    valeur_ponderee: z.number().meta({ description: 'montant_brut × probabilite, au centime.' }),
    secteur: z.string().nullable(),
    date_echeance: z.string().nullable().meta({ description: 'AAAA-MM-JJ.' }),
    assignee: z.string().nullable(),
    notes: z.string().nullable(),
    created_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    updated_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({ id: 'Deal', examples: [exampleDeal] });
export type Deal = z.infer<typeof Deal>;

const choices = (maxLength: number, description: string) =>
  z.array(lineOfText(maxLength)).min(1).max(50).meta({ description }).optional();

/** What every list and every analysis of deals can be narrowed by. */
export const dealFilters = {
  statut: choices(50, `Statuts voulus, répétable : ${STATUTS.join(', ')}. Casse et accents indifférents.`),
  secteur: choices(255, 'Secteurs voulus, répétable.'),
  assignee: choices(255, 'Responsables voulus, répétable.'),
  date_from: z.iso.date().meta({ description: 'Échéance, à partir de ce jour compris.' }).optional(),
  date_to: z.iso.date().meta({ description: 'Échéance, jusqu’à ce jour compris.' }).optional(),
  search: lineOfText(200)
    .meta({ description: 'Cherché dans client et notes, casse et accents indifférents.' })
    .optional(),
};

/** Whether the days of a filter are in order; to refine any input that spreads `dealFilters`. */
export function datesInOrder(input: { date_from?: string | undefined; date_to?: string | undefined }) {
  return input.date_from === undefined || input.date_to === undefined || input.date_from <= input.date_to;
}

/** What `datesInOrder` is refined with. */
export const DATES_OUT_OF_ORDER = {
  path: ['date_from'],
  error: 'vient après date_to. Inversez les deux dates.',
};

export const ListDealsInput = z
  .strictObject({
    ...dealFilters,
    limit: limit.meta({ description: 'Deals par page ; sans limite, tous.' }).optional(),
    cursor: cursor.optional(),
  })
  .refine(datesInOrder, DATES_OUT_OF_ORDER)
  .prefault({});
export type ListDealsInput = z.infer<typeof ListDealsInput>;

export const ListDealsOutput = z
  .strictObject({ success: z.literal(true), data: z.array(Deal), error: z.null() })
  .meta({ id: 'DealList', examples: [{ success: true, data: [exampleDeal], error: null }] });
export type ListDealsOutput = z.infer<typeof ListDealsOutput>;

export const GetDealInput = z.strictObject({
  id: z
    .int()
    .min(1)
    .meta({ examples: [exampleDeal.id] }),
});
export type GetDealInput = z.infer<typeof GetDealInput>;

export const GetDealOutput = z
  .strictObject({ success: z.literal(true), data: Deal, error: z.null() })
  .meta({ id: 'DealFound', examples: [{ success: true, data: exampleDeal, error: null }] });
export type GetDealOutput = z.infer<typeof GetDealOutput>;

/** What the API must do for `/deals`. Every method may throw a `ContractError`. */
export interface DealsService {
  list(input: ListDealsInput, call: Call): Promise<ListDealsOutput>;
  /** All that `list` would answer without limit, batch by batch. Refuses at once what it refuses. */
  stream(input: Omit<ListDealsInput, 'limit'>): AsyncIterable<readonly Deal[]>;
  /** As `stream`, each batch as the JSON it is answered in. */
  streamJson(input: Omit<ListDealsInput, 'limit'>): AsyncIterable<JsonItems>;
  /** Some rows of the sorted list, from anywhere in it. */
  window(input: DealWindowInput, call: Call): Promise<DealWindowOutput>;
  get(input: GetDealInput, call: Call): Promise<GetDealOutput>;
  create(input: CreateDealInput, call: Call): Promise<CreateDealOutput>;
  /** What became of a deal, field by field, newest first. */
  history(input: DealHistoryInput, call: Call): Promise<DealHistory>;
  update(input: UpdateDealInput, call: Call): Promise<UpdateDealOutput>;
  delete(input: DeleteDealInput, call: Call): Promise<DealsDeleted>;
  deleteAll(input: DeleteAllDealsInput, call: Call): Promise<DealsDeleted>;
}
