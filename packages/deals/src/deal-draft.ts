import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';
import type { DealValues } from './deal-values.ts';
import { type FieldProblem, fieldProblem, type Reading } from './reading.ts';

/** A deal while it is being read: the fields found good, and what is wrong with the others. */
export interface DealDraft {
  readonly values: Partial<DealValues>;
  readonly problems: FieldProblem[];
}

/** A deal that was read whole, or every problem found in it. */
export type DealReading = { ok: true; values: DealValues } | { ok: false; problems: FieldProblem[] };

/** A draft with nothing read yet. */
export function emptyDraft(): DealDraft {
  return { values: {}, problems: [] };
}

/** Notes one field's reading in the draft. */
export function note<F extends DealField>(draft: DealDraft, field: F, reading: Reading<DealValues[F]>): void {
  if (reading.ok) draft.values[field] = reading.value;
  else draft.problems.push(fieldProblem(field, reading.problem));
}

/** The deal, once every field was noted. */
export function finish({ values, problems }: DealDraft): DealReading {
  return problems.length === 0 && isWhole(values) ? { ok: true, values } : { ok: false, problems };
}

function isWhole(values: Partial<DealValues>): values is DealValues {
  return DEAL_FIELDS.every((field) => values[field] !== undefined);
}
