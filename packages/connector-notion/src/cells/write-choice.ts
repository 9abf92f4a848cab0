import {
  type CellValue,
  isUnreadable,
  matchOption,
  type RemoteColumn,
  unknownOptionError,
} from '@passerelle/connector';
import { refuse } from './refuse.ts';

/** Choices in one request. */
const MOST_CHOICES = 100;

/** Characters in the name of an option. */
const LONGEST_OPTION = 100;

const CHOICE_TYPES = new Set(['select', 'status', 'multi_select']);

const ADD_OPTION =
  "Ajoutez-la dans Notion, autorisez Passerelle à l'ajouter (create_options), ou corrigez la valeur.";

/** The API makes none, whatever we allow. */
const ADD_STATUS = "Une option de statut ne s'ajoute que dans Notion : ajoutez-la, ou corrigez la valeur.";

/** For select and status: one of the column's options, by name. */
export function writeChoice(value: CellValue, column: RemoteColumn): unknown {
  const [name, ...others] = choicesIn(value, column);
  if (others.length > 0) {
    throw refuse(column, value, "fait plusieurs choix, et la colonne n'en prend qu'un. Gardez-en un.");
  }
  return name === undefined ? null : option(name, column);
}

/** For multi_select. A text is cut at its commas, which no option's name can hold. */
export function writeChoices(value: CellValue, column: RemoteColumn): unknown {
  const names = new Set(choicesIn(value, column).map((name) => matchOption(name, column.options) ?? name));
  if (names.size > MOST_CHOICES) {
    throw refuse(column, value, `fait ${names.size} choix, Notion en prend ${MOST_CHOICES}. Réduisez-les.`);
  }
  return [...names].map((name) => option(name, column));
}

/** Choices of a value that its column does not have; none for a column without choices. */
export function unknownChoices(value: CellValue, column: RemoteColumn): string[] {
  if (!CHOICE_TYPES.has(column.type) || isUnreadable(value)) return [];
  return choicesIn(value, column).filter((name) => matchOption(name, column.options) === undefined);
}

/** Throws `ConnectorError` `value_refused` for a name that no option of Notion can have. */
export function checkOptionName(name: string, column: RemoteColumn): void {
  if (name.includes(',')) {
    throw refuse(column, name, "contient une virgule, qu'aucune option Notion ne peut contenir. Retirez-la.");
  }
  if (name.length > LONGEST_OPTION) {
    throw refuse(column, name, `est trop long pour une option : Notion prend ${LONGEST_OPTION} caractères.`);
  }
}

/**
 * Checked here, because Notion would silently create an unknown option of a select: a spelling mistake would become
 * part of the table.
 */
function option(name: string, column: RemoteColumn): { name: string } {
  const known = matchOption(name, column.options);
  if (known !== undefined) return { name: known };
  checkOptionName(name, column);
  const remedy = column.type === 'status' ? ADD_STATUS : ADD_OPTION;
  throw unknownOptionError({ column: column.name, value: name, options: column.options, remedy });
}

function choicesIn(value: CellValue, column: RemoteColumn): string[] {
  const names = namesOf(value, column);
  const cut = column.type === 'multi_select' ? names.flatMap((name) => name.split(',')) : names;
  return cut.map((name) => name.trim()).filter((name) => name !== '');
}

function namesOf(value: CellValue, column: RemoteColumn): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value;
  throw refuse(column, value, "n'est pas un choix. Reliez ce champ à une colonne d'un autre type.");
}
