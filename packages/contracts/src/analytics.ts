import * as z from 'zod';
import { crmAnswer, crmExample } from './crm-answer.ts';
import { DATES_OUT_OF_ORDER, datesInOrder, dealFilters } from './deals.ts';

/** What narrows any figure. */
export const AnalyticsInput = z
  .strictObject(dealFilters)
  .refine(datesInOrder, DATES_OUT_OF_ORDER)
  .prefault({});
export type AnalyticsInput = z.infer<typeof AnalyticsInput>;

const euros = z.number().meta({ description: 'Euros, au centime.' });
const shown = z.string().meta({ description: 'En euros français, tel que « 1 500,50 € ».' });
const count = z.int();
const percent = z.number().meta({ description: 'Pour cent, une décimale.' });
const days = z.number().meta({ description: 'Jours, une décimale.' });
const vitesse = z.string().meta({ description: '`N/A`, `< 1 jour` ou `12.5 jours`.' });

export const KpisOutput = crmAnswer(
  z.strictObject({
    pipeline_pondere: euros,
    pipeline_pondere_formatted: shown,
    panier_moyen: euros,
    panier_moyen_formatted: shown,
    nombre_deals: count,
    deals_gagnes: count,
    taux_conversion: percent,
    vitesse_vente_moyenne: days,
    vitesse_vente_formatted: vitesse,
    nb_cold_deals: count,
  }),
).meta({
  id: 'Kpis',
  examples: [
    crmExample({
      pipeline_pondere: 5950.35,
      pipeline_pondere_formatted: '5 950,35 €',
      panier_moyen: 8500.5,
      panier_moyen_formatted: '8 500,50 €',
      nombre_deals: 1,
      deals_gagnes: 0,
      taux_conversion: 0,
      vitesse_vente_moyenne: 0,
      vitesse_vente_formatted: 'N/A',
      nb_cold_deals: 0,
    }),
  ],
});
export type KpisOutput = z.infer<typeof KpisOutput>;

const dataset = {
  label: z.string(),
  data: z.array(z.number()),
  backgroundColor: z.array(z.string()),
  borderColor: z.array(z.string()),
  borderWidth: z.int(),
};

/** Data of a bar chart, as Chart.js takes it. */
export const Chart = z
  .strictObject({ labels: z.array(z.string()), datasets: z.array(z.strictObject(dataset)) })
  .meta({ id: 'Chart' });
export type Chart = z.infer<typeof Chart>;

export const SectorsOutput = crmAnswer(
  z.strictObject({
    chart_montants: Chart,
    chart_panier_moyen: Chart,
    tableau: z.array(
      z.strictObject({
        secteur: z.string(),
        montant_total: euros,
        montant_total_formatted: shown,
        panier_moyen: euros,
        panier_moyen_formatted: shown,
        nb_deals: count,
        valeur_ponderee: euros,
        valeur_ponderee_formatted: shown,
      }),
    ),
  }),
).meta({ id: 'SectorFigures' });
export type SectorsOutput = z.infer<typeof SectorsOutput>;

const dealShown = {
  client: z.string(),
  statut: z.string(),
  montant_brut: euros,
  montant_formatted: shown,
  date_echeance: z.string(),
  secteur: z.string().nullable(),
  assignee: z.string().nullable(),
};

export const DeadlinesOutput = crmAnswer(
  z.strictObject({
    overdue: z.array(z.strictObject({ ...dealShown, jours_retard: count })),
    upcoming: z.array(z.strictObject({ ...dealShown, jours_restants: count })),
    stats: z.strictObject({
      nb_overdue: count,
      nb_upcoming: count,
      montant_upcoming: euros,
      montant_upcoming_formatted: shown,
    }),
  }),
).meta({ id: 'DeadlineFigures' });
export type DeadlinesOutput = z.infer<typeof DeadlinesOutput>;

export const PerformanceOutput = crmAnswer(
  z.strictObject({
    performance: z.array(
      z.strictObject({
        assignee: z.string(),
        nb_deals: count,
        montant_total: euros,
        montant_total_formatted: shown,
        pipeline_pondere: euros,
        pipeline_pondere_formatted: shown,
        deals_gagnes: count,
        taux_conversion: percent,
        panier_moyen: euros,
        panier_moyen_formatted: shown,
      }),
    ),
    chart_data: z.strictObject({
      labels: z.array(z.string()),
      datasets: z.array(z.strictObject({ ...dataset, yAxisID: z.enum(['y', 'y1']) })),
    }),
    stats: z.strictObject({ nb_commerciaux: count }),
  }),
).meta({ id: 'PerformanceFigures' });
export type PerformanceOutput = z.infer<typeof PerformanceOutput>;

const velocity = { vitesse_moyenne_jours: days, vitesse_moyenne_formatted: vitesse, nb_deals: count };

export const VelocityOutput = crmAnswer(
  z.strictObject({
    vitesse_moyenne_jours: days,
    vitesse_moyenne_formatted: vitesse,
    has_won_deals: z.boolean(),
    velocity_by_sector: z.array(z.strictObject({ secteur: z.string(), ...velocity })),
    velocity_by_assignee: z.array(z.strictObject({ assignee: z.string(), ...velocity })),
  }),
).meta({ id: 'VelocityFigures' });
export type VelocityOutput = z.infer<typeof VelocityOutput>;

export const ColdDealsOutput = crmAnswer(
  z.strictObject({
    cold_deals: z.array(
      z.strictObject({
        ...dealShown,
        id: z.int(),
        date_echeance: z.string().nullable(),
        jours_inactifs: count,
      }),
    ),
    stats: z.strictObject({
      nb_cold_deals: count,
      montant_total_cold: euros,
      montant_total_cold_formatted: shown,
    }),
  }),
).meta({ id: 'ColdDeals' });
export type ColdDealsOutput = z.infer<typeof ColdDealsOutput>;

export const FilterOptionsInput = z.strictObject({}).prefault({});
export type FilterOptionsInput = z.infer<typeof FilterOptionsInput>;

export const FilterOptionsOutput = crmAnswer(
  z.strictObject({
    statuts: z.array(z.string()),
    secteurs: z.array(z.string()),
    assignees: z.array(z.string()),
  }),
).meta({
  id: 'FilterOptions',
  examples: [crmExample({ statuts: ['gagné'], secteurs: ['Industrie'], assignees: ['Claire Dubois'] })],
});
export type FilterOptionsOutput = z.infer<typeof FilterOptionsOutput>;
