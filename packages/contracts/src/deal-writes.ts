import * as z from 'zod';
import { crmAnswer, crmExample } from './crm-answer.ts';
import { Deal, exampleDeal, GetDealInput } from './deals.ts';
import { STATUTS } from './vocabulary.ts';

const ignored = z.unknown().meta({ description: 'Calculé par le CRM : accepté, sans effet.' }).optional();

/** What a form sends. Each value is read by the rules of a deal, which refuse it by name. */
const typed = {
  client: z.string().meta({ description: 'Nom du client.' }),
  statut: z.string().meta({ description: `Parmi : ${STATUTS.join(', ')}. Casse et accents indifférents.` }),
  montant_brut: z
    .union([z.number(), z.string()])
    .meta({ description: 'Euros, au-dessus de 0 ; nombre, ou texte tel que « 8 500,50 € ».' }),
  secteur: z.string().nullable().optional(),
  date_echeance: z.string().nullable().optional().meta({ description: 'AAAA-MM-JJ ou JJ/MM/AAAA.' }),
  assignee: z.string().nullable().optional(),
  notes: z.string().nullable().optional(),
};
const computed = { probabilite: ignored, valeur_ponderee: ignored, created_at: ignored, updated_at: ignored };

const exampleForm = {
  client: exampleDeal.client,
  statut: exampleDeal.statut,
  montant_brut: exampleDeal.montant_brut,
  secteur: exampleDeal.secteur,
  date_echeance: exampleDeal.date_echeance,
  assignee: exampleDeal.assignee,
  notes: exampleDeal.notes,
};

export const CreateDealInput = z
  .strictObject({ ...typed, ...computed, id: ignored })
  .meta({ examples: [exampleForm] });
export type CreateDealInput = z.infer<typeof CreateDealInput>;

export const CreateDealOutput = crmAnswer(Deal).meta({
  id: 'DealCreated',
  examples: [crmExample(exampleDeal)],
});
export type CreateDealOutput = z.infer<typeof CreateDealOutput>;

export const UpdateDealInput = z
  .strictObject({
    ...GetDealInput.shape,
    ...typed,
    client: typed.client.optional(),
    statut: typed.statut.optional(),
    montant_brut: typed.montant_brut.optional(),
    ...computed,
  })
  .meta({ examples: [{ id: exampleDeal.id, statut: 'gagné' }] });
export type UpdateDealInput = z.infer<typeof UpdateDealInput>;

export const UpdateDealOutput = crmAnswer(Deal).meta({
  id: 'DealUpdated',
  examples: [crmExample(exampleDeal)],
});
export type UpdateDealOutput = z.infer<typeof UpdateDealOutput>;

export const DeleteDealInput = GetDealInput;
export type DeleteDealInput = z.infer<typeof DeleteDealInput>;

export const DeleteAllDealsInput = z.strictObject({}).prefault({});
export type DeleteAllDealsInput = z.infer<typeof DeleteAllDealsInput>;

export const DealsDeleted = crmAnswer(z.strictObject({ message: z.string() })).meta({
  id: 'DealsDeleted',
  examples: [crmExample({ message: 'Deal supprimé' })],
});
export type DealsDeleted = z.infer<typeof DealsDeleted>;
