import type { ColumnKind } from '@passerelle/connector';

/** What a column of one Notion type can be used for. */
export interface ColumnRule {
  readonly kind: ColumnKind;
  /** French sentence; `null` when Passerelle writes it. */
  readonly readOnlyReason: string | null;
  /** Whether a change of the cell moves `last_edited_time` of its row. */
  readonly changesListed: boolean;
}

const SET_BY_NOTION = 'Notion remplit cette colonne lui-même.';
const COMPUTED = 'Notion calcule cette colonne ; modifiez celles dont elle dépend.';

const writable = (kind: ColumnKind): ColumnRule => ({ kind, readOnlyReason: null, changesListed: true });
const readOnly = (kind: ColumnKind, readOnlyReason: string): ColumnRule => ({
  ...writable(kind),
  readOnlyReason,
});
/** For what follows other pages, the people who look, or a calculation. */
const following = (kind: ColumnKind, readOnlyReason: string): ColumnRule => ({
  ...readOnly(kind, readOnlyReason),
  changesListed: false,
});

/** Every property type of the API. */
const RULES: Readonly<Record<string, ColumnRule>> = {
  title: writable('text'),
  rich_text: writable('text'),
  url: writable('text'),
  email: writable('text'),
  phone_number: writable('text'),
  number: writable('number'),
  date: writable('date'),
  checkbox: writable('checkbox'),
  select: writable('choice'),
  status: writable('choice'),
  multi_select: writable('choices'),
  people: readOnly(
    'people',
    "Notion attend des comptes de l'espace et non des noms. Choisissez une colonne de texte ou de sélection, ou remplissez celle-ci dans Notion.",
  ),
  relation: following(
    'links',
    'Notion attend les pages liées et non leurs noms. Reliez les pages dans Notion, ou choisissez une colonne de texte ou de sélection.',
  ),
  files: readOnly('other', 'Passerelle ne dépose pas de fichiers. Ajoutez-les dans Notion.'),
  place: readOnly('other', 'Passerelle ne sait pas situer un lieu. Choisissez-le dans Notion.'),
  location: readOnly('other', 'Passerelle ne sait pas situer un lieu. Choisissez-le dans Notion.'),
  verification: following('other', 'Une page se vérifie dans Notion.'),
  button: readOnly('other', 'Un bouton ne contient aucune valeur.'),
  formula: following('other', COMPUTED),
  rollup: following('other', COMPUTED),
  unique_id: readOnly('text', SET_BY_NOTION),
  created_time: readOnly('date', SET_BY_NOTION),
  last_edited_time: readOnly('date', SET_BY_NOTION),
  last_visited_time: following('date', SET_BY_NOTION),
  created_by: readOnly('people', SET_BY_NOTION),
  last_edited_by: readOnly('people', SET_BY_NOTION),
};

/** The rule of a type; one that Notion adds later can be seen but not used. */
export function columnRule(type: string): ColumnRule {
  return RULES[type] ?? following('other', `Passerelle ne connaît pas encore le type « ${type} » de Notion.`);
}
