import type { ColumnKind, RemoteColumn } from '@passerelle/connector';
import type { DealField } from '@passerelle/deals';

/** Whether a column can be kept in step with a field; each reason is a French sentence, `null` where it can. */
export interface ColumnFit {
  /** Why an import cannot read the field from it. */
  readonly read: string | null;
  /** Why an export cannot write the field to it. */
  readonly write: string | null;
}

/** What a column holds, in a person's words. */
const KIND_NAMES: Readonly<Record<ColumnKind, string>> = {
  text: 'du texte',
  number: 'des nombres',
  date: 'des dates',
  choice: 'un choix',
  choices: 'plusieurs choix',
  people: 'des personnes',
  checkbox: 'une case à cocher',
  links: 'des liens vers d’autres enregistrements',
  other: 'un contenu particulier',
};

const EXPECTED: Readonly<Record<DealField, string>> = {
  client: 'une colonne de texte',
  statut: 'une colonne de choix ou de texte',
  montant_brut: 'une colonne de nombres ou de texte',
  secteur: 'une colonne de choix ou de texte',
  date_echeance: 'une colonne de dates ou de texte',
  assignee: 'une colonne de personnes, de choix ou de texte',
  notes: 'une colonne de texte',
};

/** Kinds no value of the field can be read from. What a formula holds is only seen row by row, so it passes. */
const UNREADABLE: Readonly<Record<DealField, readonly ColumnKind[]>> = {
  client: ['date', 'checkbox'],
  statut: ['number', 'date', 'checkbox', 'people', 'links'],
  montant_brut: ['date', 'checkbox', 'people', 'links', 'choices'],
  secteur: ['date', 'checkbox'],
  date_echeance: ['number', 'checkbox', 'people', 'links', 'choices'],
  assignee: ['date', 'checkbox'],
  notes: ['checkbox'],
};

/** Kinds no value of the field can be written to. */
const UNWRITABLE: Readonly<Record<DealField, readonly ColumnKind[]>> = {
  client: ['number', 'date', 'checkbox'],
  statut: ['number', 'date', 'checkbox'],
  montant_brut: ['date', 'checkbox'],
  secteur: ['number', 'date', 'checkbox'],
  date_echeance: ['number', 'checkbox'],
  assignee: ['number', 'date', 'checkbox'],
  notes: ['number', 'date', 'checkbox'],
};

/** Tells what a field and a column are good for together. */
export function columnFit(field: DealField, column: RemoteColumn): ColumnFit {
  const clash = `La colonne « ${column.name} » (${column.type}) contient ${KIND_NAMES[column.kind]} : ${field} demande ${EXPECTED[field]}.`;
  const read = UNREADABLE[field].includes(column.kind) ? clash : null;
  if (!column.writable) {
    return { read, write: `La colonne « ${column.name} » n’est pas modifiable. ${column.readOnlyReason}` };
  }
  return { read, write: UNWRITABLE[field].includes(column.kind) ? clash : null };
}

/** Whether the values of a column are of the very kind the field wants. */
export function isOfKind(field: DealField, { kind }: RemoteColumn): boolean {
  return BEST_KINDS[field].includes(kind);
}

const BEST_KINDS: Readonly<Record<DealField, readonly ColumnKind[]>> = {
  client: ['text'],
  statut: ['choice'],
  montant_brut: ['number'],
  secteur: ['choice', 'choices', 'text'],
  date_echeance: ['date'],
  assignee: ['people', 'choice', 'text'],
  notes: ['text'],
};
