import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';

/** What a rule makes of a raw value: the value to keep, or a French clause that says what is wrong and what to do. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** As `Reading`, with a full sentence that names the field. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

/** One refused field. */
export interface FieldProblem {
  /** Name of the field; for an unknown one, as it was sent. */
  readonly field: string;
  /** Full French sentence that names field, value and remedy. */
  readonly message: string;
  /** The same without the field's name, for lists that print it themselves. */
  readonly problem: string;
}

/** The value to keep. */
export function accepted<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** The clause to show. */
export function refused(problem: string): Reading<never> {
  return { ok: false, problem };
}

/** Completes a clause into the sentence of its field. */
export function fieldProblem(field: string, problem: string): FieldProblem {
  return { field, problem, message: `Champ ${field} : ${problem}` };
}

/** A reading as callers outside the package see it. */
export function parsed<T>(field: DealField, reading: Reading<T>): Parsed<T> {
  return reading.ok
    ? { ok: true, value: reading.value }
    : { ok: false, message: fieldProblem(field, reading.problem).message };
}

/** The field that a sentence of `fieldProblem`, or one that begins as it does, is about; `null` when it names none. */
export function fieldOfProblem(message: string): DealField | null {
  const [, named] = /^(?:Champ )?([a-z_]+) : /.exec(message) ?? [];
  return DEAL_FIELDS.find((field) => field === named) ?? null;
}
