import { DEAL_FIELDS, type DealField, type Statut } from '@passerelle/contracts';

/** What a person fills in of a deal, read and found good. */
export type DealValues = {
  client: string;
  statut: Statut;
  /** Euros, above 0. */
  montant_brut: number;
  secteur: string | null;
  /** `YYYY-MM-DD`. */
  date_echeance: string | null;
  assignee: string | null;
  notes: string | null;
};

/** Fields whose value differs. A field that one side does not have is not compared: it is not mapped. */
export function changedFields(before: Partial<DealValues>, after: Partial<DealValues>): DealField[] {
  return DEAL_FIELDS.filter(
    (field) => field in before && field in after && comparable(before[field]) !== comparable(after[field]),
  );
}

/** An adopted database may hold `''` where ours holds nothing. */
function comparable(value: string | number | null | undefined): string | number | null {
  return value === '' || value === undefined ? null : value;
}
