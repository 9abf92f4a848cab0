import type { CellValue } from '@passerelle/connector';
import type { TypeCase } from '@passerelle/connector/type-table';
import type { FieldSeed } from '@passerelle/emulators';

/** A case, the field that stands for it, and what a person puts there (nothing: Airtable fills it in). */
export interface AirtableTypeCase extends TypeCase {
  readonly field: Omit<FieldSeed, 'name'>;
  readonly stored?: unknown;
}

const iso = { dateFormat: { name: 'iso', format: 'YYYY-MM-DD' } };
const paris = { ...iso, timeFormat: { name: '24hour', format: 'HH:mm' }, timeZone: 'Europe/Paris' };
const person = { email: 'personne@example.org' };
const camille = { id: 'usrPersonne00000A', email: person.email, name: 'Camille Personne' };
const choices = ['BTP', 'Luxe', 'Énergie, eau'];

type Rest = Omit<AirtableTypeCase, 'type' | 'column' | 'field'> & { options?: FieldSeed['options'] };

function typeCase(type: FieldSeed['type'], { options, ...rest }: Rest): AirtableTypeCase {
  const column = rest.about === undefined ? type : `${type} ${rest.about}`;
  const withChoices = type.endsWith('Select') || type.endsWith('Selects') || type === 'externalSyncSource';
  return { ...rest, type, column, field: { type, options, ...(withChoices ? { choices } : {}) } };
}

const text = (type: FieldSeed['type'], value: string, ...more: CellValue[]) =>
  typeCase(type, { stored: value, reads: value, writes: [value, ...more], refuses: [true] });

const number = (type: FieldSeed['type'], value: number) =>
  typeCase(type, {
    stored: value,
    reads: value,
    writes: [value, 0, -0.25],
    refuses: ['beaucoup', Number.NaN, true],
  });

/** A field that Passerelle does not write: neither text, nor what it reads, nor nothing. */
const readOnly = (type: FieldSeed['type'], rest: Omit<Rest, 'writes' | 'refuses'>) =>
  typeCase(type, { ...rest, writes: [], refuses: ['x', 1, ['x']] });

/** The other table, that links lead to. */
export const LINKED = {
  name: 'Clients',
  id: 'tblClients0000001',
  fields: [
    { name: 'Nom', type: 'singleLineText' },
    { name: 'Ville', type: 'singleLineText', id: 'fldVille000000001' },
  ],
} as const;

const LINK_FIELD = 'fldLien0000000001';
const formula = { formula: '1', isValid: true, result: { type: 'number' } };

/** Every field type of the Web API. */
export const AIRTABLE_TYPES: readonly AirtableTypeCase[] = [
  text('singleLineText', 'Société « Éléa » 😀'),
  text('multilineText', 'a\nb', 'x'.repeat(90_000)),
  text('richText', '**gras** et [lien](https://example.org)\n'),
  text('email', 'lea@example.org'),
  text('url', 'https://example.org/?q=1'),
  text('phoneNumber', '+33 1 02 03 04 05'),
  number('number', 0.29999999999999877),
  number('currency', 1200.5),
  number('percent', 0.123),
  number('duration', 5400.5),
  typeCase('rating', { stored: 4, reads: 4, writes: [1, 5], refuses: [0, 6, 2.5, 'cinq'] }),
  typeCase('checkbox', {
    stored: true,
    reads: true,
    empty: false,
    writes: [true, false],
    refuses: ['oui', 1],
  }),
  typeCase('date', {
    stored: '2026-04-24',
    reads: '2026-04-24',
    writes: ['2028-02-29'],
    refuses: ['2026-02-30', '2026-04-24T14:30:00.000Z', '2026-04-01/2026-04-30', 'demain'],
  }),
  typeCase('dateTime', {
    options: paris,
    stored: '2026-04-24T15:00:00.000Z',
    reads: '2026-04-24T17:00:00.000+02:00',
    writes: ['2026-11-22T00:00:00.000+01:00'],
    refuses: ['2026-13-01', 'demain', 5],
  }),
  typeCase('singleSelect', {
    stored: 'BTP',
    reads: 'BTP',
    writes: ['Luxe', 'Énergie, eau'],
    refuses: ['Inconnu', ['BTP', 'Luxe'], true],
  }),
  typeCase('multipleSelects', {
    stored: ['Luxe', 'BTP'],
    reads: ['Luxe', 'BTP'],
    writes: [['BTP'], ['Énergie, eau', 'BTP']],
    refuses: [['BTP', 'Inconnu'], true],
  }),
  readOnly('singleCollaborator', { stored: person, reads: ['Camille Personne'] }),
  readOnly('multipleCollaborators', { stored: [person], reads: ['Camille Personne'] }),
  {
    ...readOnly('multipleRecordLinks', { reads: ['Acme', 'Beta'] }),
    field: { id: LINK_FIELD, type: 'multipleRecordLinks', options: { linkedTableId: LINKED.id } },
  },
  readOnly('multipleAttachments', {
    stored: [{ url: 'https://example.org/devis.pdf', filename: 'devis.pdf' }],
    reads: ['devis.pdf'],
  }),
  readOnly('barcode', { stored: { text: '3760001', type: 'ean13' }, reads: '3760001' }),
  readOnly('multipleLookupValues', {
    options: {
      isValid: true,
      recordLinkFieldId: LINK_FIELD,
      fieldIdInLinkedTable: 'fldVille000000001',
      result: { type: 'singleLineText' },
    },
    reads: ['Paris', 'Lyon'],
  }),
  readOnly('rollup', { options: { isValid: true, result: { type: 'number' } }, stored: 12, reads: 12 }),
  readOnly('formula', { options: formula, reads: 1, neverEmpty: true }),
  readOnly('formula', {
    about: 'en erreur',
    options: { ...formula, formula: 'ERROR()' },
    reads: unreadable(
      'la formule Airtable est en erreur. Corrigez-la dans Airtable, ou choisissez une autre colonne.',
    ),
    neverEmpty: true,
  }),
  readOnly('formula', {
    about: 'pas un nombre',
    options: { ...formula, formula: 'BLANK()' },
    stored: { specialValue: 'NaN' },
    reads: unreadable(
      "le calcul d'Airtable ne donne pas un nombre (division par zéro ?). Corrigez la formule, ou les valeurs dont elle dépend.",
    ),
  }),
  readOnly('count', {
    options: { isValid: true, recordLinkFieldId: LINK_FIELD },
    reads: 2,
    neverEmpty: true,
  }),
  readOnly('autoNumber', { stored: 7, reads: 7, neverEmpty: true }),
  readOnly('createdTime', { reads: '2026-04-24T15:00:00.000Z', neverEmpty: true }),
  readOnly('lastModifiedTime', { stored: '2026-04-25T08:00:00.000Z', reads: '2026-04-25T08:00:00.000Z' }),
  readOnly('createdBy', { stored: camille, reads: ['Camille Personne'], neverEmpty: true }),
  readOnly('lastModifiedBy', { stored: camille, reads: ['Camille Personne'], neverEmpty: true }),
  readOnly('button', { stored: { label: 'Ouvrir', url: null }, reads: null }),
  readOnly('aiText', { stored: { state: 'generated', isStale: false, value: 'Résumé' }, reads: 'Résumé' }),
  readOnly('aiText', {
    about: 'en attente',
    stored: { state: 'loading', isStale: true, value: null },
    reads: unreadable(
      "l'IA d'Airtable n'a pas (encore) écrit cette valeur. Relancez-la dans Airtable, puis la lecture.",
    ),
  }),
  readOnly('externalSyncSource', { stored: 'BTP', reads: 'BTP' }),
];

function unreadable(sentence: string) {
  return { unreadable: sentence };
}
