import type { CellValue } from '@passerelle/connector';
import type { TypeCase } from '@passerelle/connector/type-table';
import type { PropertySeed } from '@passerelle/emulators';
import { TABLE_ID } from '../support/connect.ts';

/** A case, the property that stands for it, and what somebody puts there. */
export interface NotionTypeCase extends TypeCase {
  readonly property: PropertySeed;
  /** As another client of the API writes it; nothing when Notion fills it in. */
  readonly stored?: unknown;
  /** What a computed column comes to. */
  readonly computed?: string | number | boolean | { start: string; end?: string };
}

/** Somebody of the workspace. */
export const PERSON = { id: '00000000-0000-4000-8000-000000000001', name: 'Léa Roux' } as const;

/** The rows that relations lead to. */
export const LINKED_ROWS = [
  { $id: '00000000-0000-4000-8000-0000000000a1', Name: 'Acme', number: 10 },
  { $id: '00000000-0000-4000-8000-0000000000a2', Name: 'Beta', number: 2.5 },
] as const;

const OPTIONS = ['À faire', 'Gagné', 'Perdu'];
const links = LINKED_ROWS.map(({ $id }) => ({ id: $id }));
const rich = (content: string) => [{ type: 'text', text: { content } }];

type Rest = Omit<NotionTypeCase, 'type' | 'column' | 'property'> & { property?: PropertySeed };

function typeCase(type: string, { property, ...rest }: Rest): NotionTypeCase {
  const column = rest.about === undefined ? type : `${type} ${rest.about}`;
  return { ...rest, type, column, property: property ?? (type as PropertySeed) };
}

const choice = (type: 'select' | 'status' | 'multi_select', rest: Omit<Rest, 'property'>) =>
  typeCase(type, { ...rest, property: { type, options: OPTIONS } });

/** A property that Passerelle does not write: neither text, nor a number, nor names. */
const readOnly = (type: string, rest: Omit<Rest, 'writes' | 'refuses'>) =>
  typeCase(type, { ...rest, writes: [], refuses: ['x', 1, ['x']] });

const line = (type: string, value: string, ...refuses: CellValue[]) =>
  typeCase(type, {
    stored: value,
    reads: value,
    writes: [value, 'x'.repeat(200)],
    refuses: [true, ...refuses],
  });

const date = (about: string, value: string, stored: object, ...refuses: CellValue[]) =>
  typeCase('date', { about, property: 'date', stored, reads: value, writes: [value], refuses });

const rollup = (about: string, rollupFunction: 'sum' | 'show_original', reads: CellValue) =>
  readOnly('rollup', {
    about,
    property: { type: 'rollup', relation: 'relation', property: 'number', function: rollupFunction },
    reads,
    neverEmpty: true,
  });

/** Every property type that the reference states a value for. */
export const NOTION_TYPES: readonly NotionTypeCase[] = [
  // First, because the number of its row is counted.
  readOnly('unique_id', {
    property: { type: 'unique_id', prefix: 'DEAL' },
    reads: `DEAL-${LINKED_ROWS.length + 1}`,
    neverEmpty: true,
  }),
  {
    ...typeCase('title', {
      stored: rich('Société « Éléa » 😀'),
      reads: 'Société « Éléa » 😀',
      writes: ['Acme', `${'x'.repeat(1_999)}😀${'y'.repeat(3_000)}`],
      refuses: [true],
    }),
    column: 'Name',
  },
  typeCase('rich_text', {
    stored: rich('a\nb'),
    reads: 'a\nb',
    writes: ['a\nb', `${'x'.repeat(1_999)}😀${'y'.repeat(98_000)}`],
    refuses: [true, 'x'.repeat(200_001)],
  }),
  line('url', 'https://example.org/?q=1', 'x'.repeat(2_001)),
  line('email', 'lea@example.org', 'x'.repeat(201)),
  line('phone_number', '+33 1 02 03 04 05', 'x'.repeat(201)),
  typeCase('number', {
    stored: 0.29999999999999877,
    reads: 0.29999999999999877,
    writes: [1200.5, 0, -0.25],
    refuses: ['beaucoup', Number.NaN, true],
  }),
  typeCase('checkbox', {
    stored: true,
    reads: true,
    empty: false,
    writes: [true, false],
    refuses: ['oui', 1],
  }),
  date('jour', '2026-04-24', { start: '2026-04-24' }, '2026-02-30', '24/04/2026', 5),
  date('moment', '2026-04-24T17:00:00.000+02:00', { start: '2026-04-24T17:00:00.000+02:00' }, '2026-13-01'),
  date('période', '2026-04-01/2026-04-30', { start: '2026-04-01', end: '2026-04-30' }, '2026-04-01/'),
  choice('select', {
    stored: { name: 'Gagné' },
    reads: 'Gagné',
    writes: ['Perdu'],
    refuses: ['Inconnu', 'Gagné, perdu', ['Gagné', 'Perdu'], true],
  }),
  choice('status', {
    stored: { name: 'Gagné' },
    reads: 'Gagné',
    writes: ['Perdu'],
    refuses: ['Inconnu', true],
    cleared: 'À faire',
  }),
  choice('multi_select', {
    stored: [{ name: 'Perdu' }, { name: 'Gagné' }],
    reads: ['Perdu', 'Gagné'],
    writes: [['Gagné'], ['À faire', 'Perdu']],
    refuses: [['Gagné', 'Inconnu'], true],
  }),
  readOnly('people', { stored: [{ id: PERSON.id }], reads: [PERSON.name] }),
  readOnly('relation', {
    property: { type: 'relation', dataSource: TABLE_ID },
    stored: links,
    reads: ['Acme', 'Beta'],
  }),
  readOnly('files', {
    stored: [{ name: 'devis.pdf', external: { url: 'https://example.org/devis.pdf' } }],
    reads: ['devis.pdf'],
  }),
  readOnly('formula', { about: 'texte', property: 'formula', computed: 'Acme', reads: 'Acme' }),
  readOnly('formula', { about: 'nombre', property: 'formula', computed: 12.5, reads: 12.5 }),
  readOnly('formula', { about: 'case', property: 'formula', computed: true, reads: true }),
  readOnly('formula', {
    about: 'date',
    property: 'formula',
    computed: { start: '2026-04-24' },
    reads: '2026-04-24',
  }),
  rollup('somme', 'sum', 12.5),
  rollup('valeurs', 'show_original', ['10', '2.5']),
  readOnly('created_time', { reads: '2026-04-24T15:00:00.000Z', neverEmpty: true }),
  readOnly('last_edited_time', { reads: '2026-04-24T15:00:00.000Z', neverEmpty: true }),
  readOnly('created_by', { reads: ['Camille Moreau'], neverEmpty: true }),
  readOnly('last_edited_by', { reads: ['Camille Moreau'], neverEmpty: true }),
  readOnly('place', { stored: { lat: 48.85, lon: 2.35, name: 'Siège' }, reads: 'Siège' }),
  readOnly('verification', { stored: { state: 'verified' }, reads: 'verified' }),
  readOnly('button', { reads: null }),
];
