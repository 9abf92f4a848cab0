/** The stages of a deal, from first contact to won, in the order of the pipeline. */
export const STATUTS = ['prospect', 'qualifié', 'négociation', 'gagné', 'gagné - en cours'] as const;
export type Statut = (typeof STATUTS)[number];

/** Chance of winning that each stage stands for; a deal's `probabilite` and `valeur_ponderee` follow from it. */
export const PROBABILITES: Readonly<Record<Statut, number>> = {
  prospect: 0.1,
  qualifié: 0.3,
  négociation: 0.7,
  gagné: 1,
  'gagné - en cours': 1,
};

/** The fields of a deal that a person fills in, and that a connector's mapping may name. */
export const DEAL_FIELDS = [
  'client',
  'statut',
  'montant_brut',
  'secteur',
  'date_echeance',
  'assignee',
  'notes',
] as const;
export type DealField = (typeof DEAL_FIELDS)[number];

/** Remote column each field is read from when a configuration names none. */
export const DEFAULT_FIELD_MAPPING: Readonly<Record<DealField, string>> = {
  client: 'Name',
  statut: 'Status',
  montant_brut: 'Amount',
  secteur: 'Sector',
  date_echeance: 'Due Date',
  assignee: 'Assignee',
  notes: 'Notes',
};
