import type { DealRow } from '@passerelle/database';
import { type DealField, probabiliteOf, recogniseStatut, valeurPonderee } from '@passerelle/deals';

/** The values of some fields of a record, as either side holds them; an absent field is not mapped. */
export type FieldValues = Readonly<Partial<Record<DealField, string | number | null>>>;

/** The mapped fields of a stored deal, in the form the rules give them: older databases hold variants. */
export function fieldValuesOf(deal: DealRow, fields: readonly DealField[]): FieldValues {
  return Object.fromEntries(fields.map((field) => [field, normalised(field, deal[field])]));
}

function normalised(field: DealField, value: string | number | null | undefined): string | number | null {
  if (value === undefined || value === null || value === '') return null;
  return field === 'statut' ? (recogniseStatut(String(value)) ?? value) : value;
}

/** The deal with these fields changed, its derived amounts recomputed and its date of change set. */
export function withFieldValues(deal: DealRow, values: FieldValues, now: string): DealRow {
  const changed = { ...deal, ...values } as DealRow;
  const statut = recogniseStatut(changed.statut);
  if (statut === null) return { ...changed, updated_at: now };
  return {
    ...changed,
    probabilite: probabiliteOf(statut),
    valeur_ponderee: valeurPonderee(changed.montant_brut, statut),
    updated_at: now,
  };
}

/** A new deal made of these fields; the fields it lacks are empty, its statut « prospect ». */
export function newDeal(id: number, values: FieldValues, now: string): DealRow {
  const empty: DealRow = {
    id,
    client: '',
    statut: 'prospect',
    montant_brut: 0,
    probabilite: 0,
    valeur_ponderee: 0,
    secteur: null,
    date_echeance: null,
    assignee: null,
    notes: null,
    created_at: now,
    updated_at: now,
  };
  return withFieldValues(empty, values, now);
}
