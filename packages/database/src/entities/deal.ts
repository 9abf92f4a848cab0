import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A deal of the CRM. Amounts are euros; timestamps are ISO 8601 UTC text, as existing databases hold them. */
export const Deal = defineEntity({
  name: 'Deal',
  tableName: 'deals',
  properties: {
    id: p.integer().primary().autoincrement(),
    client: p.text().index(),
    statut: p.text(),
    montant_brut: p.double().$type<number>(),
    probabilite: p.double().$type<number>(),
    valeur_ponderee: p.double().$type<number>(),
    secteur: p.text().nullable(),
    /** `YYYY-MM-DD`. */
    date_echeance: p.text().nullable(),
    assignee: p.text().nullable(),
    notes: p.text().nullable(),
    created_at: p.text(),
    updated_at: p.text(),
  },
});
export type Deal = InferEntity<typeof Deal>;
