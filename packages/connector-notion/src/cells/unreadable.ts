import type { UnreadableCell } from '@passerelle/connector';

const unreadable = (sentence: string): UnreadableCell => ({ unreadable: sentence });

export const NOT_ANSWERED = unreadable(
  "Notion n'a pas montré cette valeur à l'intégration. Vérifiez le partage de la ligne (« ••• » > Connexions).",
);

export const UNDOCUMENTED = unreadable(
  "la valeur n'a pas la forme que Notion documente. Choisissez une colonne d'un autre type.",
);

export const FORMULA_FAILED = unreadable(
  "la formule Notion ne donne pas de valeur lisible par l'API. Corrigez la formule, ou choisissez une autre colonne.",
);

export const ROLLUP_FAILED = unreadable(
  "l'agrégation Notion ne donne pas de valeur complète par l'API. Choisissez une autre colonne.",
);

export const PERSON_UNNAMED = unreadable(
  "Notion ne donne pas le nom de cette personne. Cochez « Lire les informations des utilisateurs » dans les capacités de l'intégration.",
);

export const LINK_UNNAMED = unreadable(
  "une page liée n'est pas visible. Partagez sa base avec l'intégration (« ••• » > Connexions).",
);

export const NOT_READ_WHOLE = unreadable(
  "la liste est trop longue et Notion n'en a pas donné la suite. Relancez la lecture.",
);

export const RETYPED = unreadable(
  'la colonne a changé de type dans Notion pendant la lecture. Vérifiez field_mapping, puis relancez.',
);

/** For a type Notion added after this connector was written. */
export function unknownType(type: string): UnreadableCell {
  return unreadable(
    `Passerelle ne sait pas lire le type « ${type} » de Notion. Choisissez une autre colonne.`,
  );
}
