import type * as z from 'zod';
import type { FieldFault } from './errors.ts';
import { UNKNOWN_PROVIDER_MESSAGE } from './providers.ts';
import { quote } from './quote.ts';
import { DEAL_FIELDS } from './vocabulary.ts';

type Issue = z.core.$ZodIssue;

/** Fields whose value must never come back in an answer. */
const SECRET_FIELDS: ReadonlySet<PropertyKey> = new Set(['api_token']);

/** Faults one sentence lists at most: more is not read. */
const MAX_FAULTS = 5;

/** What is wrong with an input, in French: one sentence for a person, and one per field. */
export interface InputFaults {
  readonly sentence: string;
  readonly faults: readonly FieldFault[];
}

/** Turns what zod found wrong with `input` into French sentences that name field, value and remedy. */
export function describeIssues(issues: readonly Issue[], input: unknown): InputFaults {
  const telling = issues.toSorted((one, other) => Number(isOutOfReach(one)) - Number(isOutOfReach(other)));
  const all = telling.flatMap((issue) => faultsOf(issue, input));
  // One is enough to correct a field: what else is wrong with it mostly follows from that.
  const faults = all
    .filter(({ pointer }, index) => all.findIndex((other) => other.pointer === pointer) === index)
    .slice(0, MAX_FAULTS);
  const unknownProvider = faults.find((fault) => fault.detail === UNKNOWN_PROVIDER_MESSAGE);
  return {
    faults,
    // The specification gives this sentence alone, whatever else is wrong.
    sentence: unknownProvider?.detail ?? faults.map((fault) => fault.detail).join(' '),
  };
}

/** A whole number that no double holds; the bound that the field itself states says more. */
function isOutOfReach(issue: Issue): boolean {
  const { code } = issue;
  return (
    (code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER) ||
    (code === 'too_small' && issue.minimum === Number.MIN_SAFE_INTEGER)
  );
}

function faultsOf(issue: Issue, input: unknown): FieldFault[] {
  if (issue.message === UNKNOWN_PROVIDER_MESSAGE) {
    return [{ pointer: pointerTo(issue.path), detail: issue.message }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault([...issue.path, key], unknownField(issue.path)));
  }
  return [fault(issue.path, problemOf(issue, valueAt(input, issue.path)))];
}

function fault(path: readonly PropertyKey[], problem: string): FieldFault {
  const name = path.map((part) => String(part).slice(0, 60)).join('.');
  return { pointer: pointerTo(path), detail: name === '' ? problem : `Champ ${name} : ${problem}` };
}

function unknownField(path: readonly PropertyKey[]): string {
  return path.at(-1) === 'field_mapping'
    ? `un deal n'a pas ce champ. Champs possibles : ${DEAL_FIELDS.join(', ')}.`
    : 'ce champ n’existe pas ici. Retirez-le.';
}

function problemOf(issue: Issue, value: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (value === undefined) return 'manque. Indiquez-le.';
  const shown = issue.path.some((part) => SECRET_FIELDS.has(part)) ? 'la valeur donnée' : quote(value);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, shown, value);
    case 'too_big':
      return tooBig(issue, shown);
    case 'too_small':
      return tooSmall(issue, shown);
    case 'invalid_value':
      return `${shown} n'est pas accepté. Choisissez parmi : ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `${shown} n'est pas une date qui existe. Écrivez AAAA-MM-JJ, par exemple 2026-03-31.`
        : `${shown} n'a pas la forme attendue (${issue.format}). Corrigez la valeur.`;
    default:
      return `${shown} n'est pas accepté. Corrigez la valeur.`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'un booléen (true ou false)',
  array: 'une liste',
  object: 'un objet JSON',
  record: 'un objet JSON',
};

function wrongType(issue: Extract<Issue, { code: 'invalid_type' }>, shown: string, value: unknown): string {
  if (issue.path.length === 0) return 'Le corps de la demande doit être un objet JSON, entre accolades.';
  const wanted = TYPES[issue.expected] ?? issue.expected;
  return Array.isArray(value) && value.length > 0 && !/objet/.test(wanted)
    ? `plusieurs valeurs sont données. Envoyez ${wanted}, une seule fois.`
    : `${shown} n'est pas ${wanted}. Envoyez ${wanted}.`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, shown: string): string {
  if (issue.origin === 'string') return `dépasse ${issue.maximum} caractères. Raccourcissez la valeur.`;
  if (issue.origin === 'array') return `compte trop de valeurs. Donnez-en au plus ${issue.maximum}.`;
  return `${shown} est trop grand. Donnez au plus ${issue.maximum}.`;
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, shown: string): string {
  if (issue.origin === 'string' || issue.origin === 'array') {
    return 'est vide. Donnez une valeur, ou retirez le champ.';
  }
  return `${shown} est trop petit. Donnez au moins ${issue.minimum}.`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
