import { DEAL_FIELDS, type DealField, type Statut } from '@passerelle/contracts';
import { type DealDraft, emptyDraft, note } from './deal-draft.ts';
import type { DealValues } from './deal-values.ts';
import { readField } from './field-readers.ts';
import { accepted, type FieldProblem, fieldProblem, type Reading, refused } from './reading.ts';
import { recogniseRemoteStatut } from './statut.ts';
import { readText } from './text.ts';

/** What a provider's cell holds; the same shape as a connector's cell, which this package must not know. */
export type RemoteCell =
  | string
  | number
  | boolean
  | readonly string[]
  | null
  | { readonly unreadable: string };

/** A provider's row read as a deal: its mapped fields, or every reason why it cannot be one. */
export type RemoteDeal =
  | {
      ok: true;
      values: Partial<DealValues> & Pick<DealValues, 'client' | 'montant_brut'>;
      /** The statut as it stands there, when it is a word we do not know and « prospect » took its place. */
      unknownStatus: string | null;
    }
  | {
      ok: false;
      reasons: string[];
      /** The fields that were good all the same. */
      values: Partial<DealValues>;
    };

/** A statut column may hold a sentence; only its start is worth naming. */
const STATUT_RULE = { maxLength: 255, multiline: false };

/**
 * Reads a provider's row. Only the fields in `cells`, the mapped ones, are read; client and montant_brut must be
 * among them and good. An empty or unknown statut is a prospect, and an unknown one is told. `recognise` reads statuts.
 */
export function dealFromRemote(
  cells: Partial<Record<DealField, RemoteCell>>,
  recognise: (text: string) => Statut | null = recogniseRemoteStatut,
): RemoteDeal {
  const draft = emptyDraft();
  let unknownStatus: string | null = null;
  for (const field of DEAL_FIELDS) {
    const cell = cells[field];
    if (cell === undefined) continue;
    const typed = readCell(cell, field);
    if (!typed.ok) draft.problems.push(fieldProblem(field, typed.problem));
    else if (field === 'statut') unknownStatus = noteStatut(draft, typed.value, recognise);
    else readField(draft, field, typed.value);
  }
  const { client, montant_brut } = draft.values;
  if (draft.problems.length === 0 && client !== undefined && montant_brut !== undefined) {
    return { ok: true, values: { ...draft.values, client, montant_brut }, unknownStatus };
  }
  const reasons = [...draft.problems, ...unmapped(cells)].map(({ message }) => message);
  return { ok: false, reasons, values: draft.values };
}

/** A cell as a person would have typed it; numbers stay numbers where an amount is read. */
function readCell(cell: RemoteCell, field: DealField): Reading<string | number | null> {
  if (cell === null || typeof cell === 'string') return accepted(cell);
  if (typeof cell === 'number') return accepted(field === 'montant_brut' ? cell : String(cell));
  if (typeof cell === 'boolean') return accepted(cell ? 'oui' : 'non');
  if ('unreadable' in cell) return refused(cell.unreadable);
  return accepted(cell.filter((name) => name.trim() !== '').join(', '));
}

/** Notes the statut; answers the text that is not one. */
function noteStatut(
  draft: DealDraft,
  value: string | number | null,
  recognise: (text: string) => Statut | null,
): string | null {
  const text = readText(String(value ?? ''), STATUT_RULE);
  if (!text.ok) {
    note(draft, 'statut', text);
    return null;
  }
  const statut = text.value === null ? 'prospect' : recognise(text.value);
  note(draft, 'statut', accepted(statut ?? 'prospect'));
  return statut === null ? text.value : null;
}

function unmapped(cells: Partial<Record<DealField, RemoteCell>>): FieldProblem[] {
  return (['client', 'montant_brut'] as const)
    .filter((field) => cells[field] === undefined)
    .map((field) =>
      fieldProblem(field, 'aucune colonne ne lui est reliée. Complétez la correspondance des champs.'),
    );
}
