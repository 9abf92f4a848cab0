import { ContractError } from '@passerelle/contracts';
import type { DealRow, NewDeal } from '@passerelle/database';
import {
  changedFields,
  type DealValues,
  dealChangesFromForm,
  dealFromForm,
  type FieldProblem,
  probabiliteOf,
  recogniseStatut,
  valeurPonderee,
} from '@passerelle/deals';

type Form = Readonly<Record<string, unknown>>;

/** The columns of a new deal, whatever way its values came by. */
export function newDeal(values: DealValues, now: Date): NewDeal {
  const at = now.toISOString();
  return { ...values, ...weighted(values), created_at: at, updated_at: at };
}

/** The columns of the deal a form describes. Throws `ContractError` `bad_input`. */
export function dealOfForm(form: Form, now: Date): NewDeal {
  const reading = dealFromForm(form);
  if (!reading.ok) throw refused(reading.problems);
  return newDeal(reading.values, now);
}

/** The columns a form changes of a stored deal; `null` when it changes nothing. Throws `ContractError` `bad_input`. */
export function changesOfForm(stored: DealRow, form: Form, now: Date): Partial<NewDeal> | null {
  const reading = dealChangesFromForm(form);
  if (!reading.ok) throw refused(reading.problems);
  const { values } = reading;
  const before = stored as Partial<DealValues>;
  const fields = changedFields(before, values);
  if (fields.length === 0) return null;
  const changed = Object.fromEntries(fields.map((field) => [field, values[field]]));
  const weighs = fields.includes('statut') || fields.includes('montant_brut');
  return { ...changed, ...(weighs ? weightedAfter(stored, values) : {}), updated_at: now.toISOString() };
}

/** An adopted deal may hold a statut that is none: nobody can tell what it would weigh. */
function weightedAfter(stored: DealRow, values: Partial<DealValues>) {
  const statut = values.statut ?? recogniseStatut(stored.statut);
  if (statut !== null) return weighted({ statut, montant_brut: values.montant_brut ?? stored.montant_brut });
  const { ok, problems } = { problems: [], ...dealFromForm({ ...stored, ...values }) };
  throw refused(ok ? [] : problems);
}

function weighted({ statut, montant_brut }: Pick<DealValues, 'statut' | 'montant_brut'>) {
  return { probabilite: probabiliteOf(statut), valeur_ponderee: valeurPonderee(montant_brut, statut) };
}

/** The values a person corrects of a refused record, by the rules of a deal. Throws `ContractError` `bad_input`. */
export function readCorrection(values: Form): Partial<DealValues> {
  const reading = dealChangesFromForm(values);
  if (!reading.ok) throw refused(reading.problems, '/values');
  return reading.values;
}

function refused(problems: readonly FieldProblem[], within = ''): ContractError {
  const faults = problems.map(({ field, message }) => ({ pointer: `${within}/${field}`, detail: message }));
  return new ContractError('bad_input', faults.map(({ detail }) => detail).join(' '), { faults });
}
