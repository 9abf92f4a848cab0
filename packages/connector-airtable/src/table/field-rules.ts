import type { ColumnKind } from '@passerelle/connector';
import type { Field } from './wire.ts';

/** What a column of one Airtable type can be used for. */
export interface FieldRule {
  readonly kind: ColumnKind;
  /** French sentence; `null` when Passerelle writes it. */
  readonly readOnlyReason: string | null;
}

const SET_BY_AIRTABLE = 'Airtable remplit cette colonne lui-même.';
const COMPUTED = 'Airtable calcule cette colonne ; modifiez celles dont elle dépend.';
const ACCOUNTS =
  'Airtable attend des comptes de collaborateurs et non des noms. Choisissez une colonne de texte ou de sélection, ou remplissez celle-ci dans Airtable.';

const writable = (kind: ColumnKind): FieldRule => ({ kind, readOnlyReason: null });
const readOnly = (kind: ColumnKind, readOnlyReason: string): FieldRule => ({ kind, readOnlyReason });

/** Every field type of the API. */
const RULES: Readonly<Record<string, FieldRule>> = {
  singleLineText: writable('text'),
  multilineText: writable('text'),
  richText: writable('text'),
  email: writable('text'),
  url: writable('text'),
  phoneNumber: writable('text'),
  number: writable('number'),
  currency: writable('number'),
  percent: writable('number'),
  duration: writable('number'),
  rating: writable('number'),
  checkbox: writable('checkbox'),
  date: writable('date'),
  dateTime: writable('date'),
  singleSelect: writable('choice'),
  multipleSelects: writable('choices'),
  singleCollaborator: readOnly('people', ACCOUNTS),
  multipleCollaborators: readOnly('people', ACCOUNTS),
  multipleRecordLinks: readOnly(
    'links',
    'Airtable attend les enregistrements liés et non leurs noms. Reliez-les dans Airtable, ou choisissez une colonne de texte ou de sélection.',
  ),
  multipleAttachments: readOnly('other', 'Passerelle ne dépose pas de fichiers. Ajoutez-les dans Airtable.'),
  barcode: readOnly('text', "Passerelle n'écrit pas de codes-barres : leur type serait perdu."),
  formula: readOnly('other', COMPUTED),
  rollup: readOnly('other', COMPUTED),
  multipleLookupValues: readOnly('other', COMPUTED),
  count: readOnly('number', COMPUTED),
  autoNumber: readOnly('number', SET_BY_AIRTABLE),
  createdTime: readOnly('date', SET_BY_AIRTABLE),
  lastModifiedTime: readOnly('date', SET_BY_AIRTABLE),
  createdBy: readOnly('people', SET_BY_AIRTABLE),
  lastModifiedBy: readOnly('people', SET_BY_AIRTABLE),
  button: readOnly('other', 'Un bouton ne contient aucune valeur à écrire.'),
  aiText: readOnly('text', "L'IA d'Airtable écrit cette colonne."),
  externalSyncSource: readOnly('choice', "Cette colonne vient d'une table synchronisée par Airtable."),
};

/** Cells of these follow other rows or other people's doing, which Airtable counts as no change of their row. */
const FOLLOWING_TYPES = new Set([
  'formula',
  'rollup',
  'multipleLookupValues',
  'count',
  'multipleRecordLinks',
  'aiText',
  'externalSyncSource',
]);

/** Whether a change of such a cell moves `LAST_MODIFIED_TIME()` of its row; of a type we do not know we cannot say. */
export function isChangeListed(type: string): boolean {
  return isKnownType(type) && !FOLLOWING_TYPES.has(type);
}

const KINDS_BY_RESULT = new Set(['formula', 'rollup', 'multipleLookupValues']);

/** Whether this connector knows the type; a new one can be seen but neither read nor written. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(RULES, type);
}

/** The rule of a field; what a formula, rollup or lookup is good for depends on what it results in. */
export function fieldRule({ type, options }: Pick<Field, 'type' | 'options'>): FieldRule {
  const rule = isKnownType(type) ? RULES[type] : undefined;
  if (!rule) return readOnly('other', `Passerelle ne connaît pas encore le type « ${type} » d'Airtable.`);
  const result = KINDS_BY_RESULT.has(type) ? options?.result : undefined;
  return result ? { ...rule, kind: fieldRule({ type: result.type, options: null }).kind } : rule;
}
