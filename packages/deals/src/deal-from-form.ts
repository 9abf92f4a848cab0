import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';
import { type DealDraft, type DealReading, emptyDraft, finish } from './deal-draft.ts';
import type { DealValues } from './deal-values.ts';
import { readField } from './field-readers.ts';
import { type FieldProblem, fieldProblem } from './reading.ts';

/** The given fields of a deal, or every problem found in them. */
export type DealChangesReading =
  | { ok: true; values: Partial<DealValues> }
  | { ok: false; problems: FieldProblem[] };

/** What the CRM answers of a deal but computes itself: a client may send it back, it changes nothing. */
const COMPUTED = ['id', 'probabilite', 'valeur_ponderee', 'created_at', 'updated_at'];
const KNOWN: ReadonlySet<string> = new Set([...DEAL_FIELDS, ...COMPUTED]);

/** Reads a whole deal as a form or an API client sends it; absent optional fields are empty. */
export function dealFromForm(input: Readonly<Record<string, unknown>>): DealReading {
  return finish(readFields(input, DEAL_FIELDS));
}

/** Reads only the fields that a form sends, to merge with a stored deal. */
export function dealChangesFromForm(input: Readonly<Record<string, unknown>>): DealChangesReading {
  const given = DEAL_FIELDS.filter((field) => input[field] !== undefined);
  const { values, problems } = readFields(input, given);
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems };
}

function readFields(input: Readonly<Record<string, unknown>>, fields: readonly DealField[]): DealDraft {
  const draft = emptyDraft();
  for (const field of fields) readField(draft, field, Object.hasOwn(input, field) ? input[field] : undefined);
  for (const name of Object.keys(input)) if (!KNOWN.has(name)) draft.problems.push(unknownField(name));
  return draft;
}

function unknownField(name: string): FieldProblem {
  return fieldProblem(
    name.slice(0, 60),
    `un deal n'a pas ce champ. Retirez-le, ou choisissez parmi : ${DEAL_FIELDS.join(', ')}.`,
  );
}
