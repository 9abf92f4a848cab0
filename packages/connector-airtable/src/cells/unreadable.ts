import type { UnreadableCell } from '@passerelle/connector';

const unreadable = (sentence: string): UnreadableCell => ({ unreadable: sentence });

export const FORMULA_FAILED = unreadable(
  'la formule Airtable est en erreur. Corrigez-la dans Airtable, ou choisissez une autre colonne.',
);

export const NOT_A_NUMBER = unreadable(
  "le calcul d'Airtable ne donne pas un nombre (division par zéro ?). Corrigez la formule, ou les valeurs dont elle dépend.",
);

export const AI_NOT_DONE = unreadable(
  "l'IA d'Airtable n'a pas (encore) écrit cette valeur. Relancez-la dans Airtable, puis la lecture.",
);

export const LINK_UNNAMED = unreadable(
  "un enregistrement lié n'est pas visible. Vérifiez que le jeton a accès à la table liée.",
);

export const UNDOCUMENTED = unreadable(
  "la valeur n'a pas la forme qu'Airtable documente. Choisissez une colonne d'un autre type.",
);

export const RETYPED = unreadable(
  'la colonne a changé de type dans Airtable pendant la lecture. Vérifiez field_mapping, puis relancez.',
);

/** For a type Airtable added after this connector was written. */
export function unknownType(type: string): UnreadableCell {
  return unreadable(
    `Passerelle ne sait pas lire le type « ${type} » d'Airtable. Choisissez une autre colonne.`,
  );
}
