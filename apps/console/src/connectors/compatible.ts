import type { SchemaOutput } from '@passerelle/contracts';
import type { DealField } from '@passerelle/contracts/vocabulary';

/** A column of the remote table. */
export type Column = SchemaOutput['data']['columns'][number];

const TEXTS = ['text', 'choice', 'choices', 'people', 'number', 'date', 'other'] as const;

/** The kinds of column a field can be read from. A number or a date is also understood in a text. */
const KINDS: Readonly<Record<DealField, readonly Column['kind'][]>> = {
  client: TEXTS,
  statut: ['choice', 'text', 'other'],
  montant_brut: ['number', 'text', 'other'],
  secteur: ['choice', 'choices', 'text', 'other'],
  date_echeance: ['date', 'text', 'other'],
  assignee: ['people', 'text', 'choice', 'other'],
  notes: TEXTS,
};

/** Whether a column can hold what a field holds. */
export function isCompatible(field: DealField, column: Column): boolean {
  return KINDS[field].includes(column.kind);
}
