import { type DealField, quote, STATUTS, type Statut } from '@passerelle/contracts';
import { readDate } from './date.ts';
import { type DealDraft, note } from './deal-draft.ts';
import type { DealValues } from './deal-values.ts';
import { readMontant } from './montant.ts';
import { accepted, type Reading, refused } from './reading.ts';
import { recogniseStatut } from './statut.ts';
import { readText, type TextRule } from './text.ts';

/** Longest texts of a deal: what an index, a screen and a provider's cell can hold (Airtable's long text: 100,000). */
export const TEXT_RULES = {
  client: { maxLength: 500, multiline: false },
  secteur: { maxLength: 255, multiline: false },
  assignee: { maxLength: 255, multiline: false },
  notes: { maxLength: 100_000, multiline: true },
} as const satisfies Partial<Record<DealField, TextRule>>;

type FieldReaders = { readonly [F in DealField]: (value: unknown) => Reading<DealValues[F]> };

/** How each field of a deal is read from what a person or a file gave. One set of rules for every way in. */
const FIELD_READERS: FieldReaders = {
  client: readClient,
  statut: readStatut,
  montant_brut: readMontant,
  secteur: (value) => readOptional(value, TEXT_RULES.secteur),
  date_echeance: (value) => (isBlank(value) ? accepted(null) : readDate(value)),
  assignee: (value) => readOptional(value, TEXT_RULES.assignee),
  notes: (value) => readOptional(value, TEXT_RULES.notes),
};

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

function readOptional(value: unknown, rule: TextRule): Reading<string | null> {
  if (value === null || value === undefined) return accepted(null);
  return typeof value === 'string'
    ? readText(value, rule)
    : refused(`${quote(value)} n'est pas un texte. Envoyez un texte ou rien.`);
}

function readClient(value: unknown): Reading<string> {
  const reading = readOptional(value, TEXT_RULES.client);
  if (!reading.ok) return reading;
  return reading.value === null ? refused('le nom du client manque. Indiquez-le.') : accepted(reading.value);
}

function readStatut(value: unknown): Reading<Statut> {
  const allowed = `Choisissez parmi : ${STATUTS.join(', ')}.`;
  if (isBlank(value)) return refused(`le statut manque. ${allowed}`);
  const statut = typeof value === 'string' ? recogniseStatut(value) : null;
  return statut === null
    ? refused(`${quote(value)} n'est pas un statut connu. ${allowed}`)
    : accepted(statut);
}

/** Reads a field by the rules above and notes it in the draft. */
export function readField<F extends DealField>(draft: DealDraft, field: F, value: unknown): void {
  note(draft, field, FIELD_READERS[field](value));
}
