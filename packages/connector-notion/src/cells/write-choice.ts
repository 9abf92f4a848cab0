import type { CellValue, RemoteColumn } from '@passerelle/connector';
import { refuse } from './refuse.ts';

/** Choices in one request. */
const MOST_CHOICES = 100;

/** For select and status: one of the column's options, by name. */
export function writeChoice(value: CellValue, column: RemoteColumn): unknown {
  const names = namesOf(value, column);
  const [name, ...others] = names;
  if (others.length > 0) {
    throw refuse(column, value, "fait plusieurs choix, et la colonne n'en prend qu'un. Gardez-en un.");
  }
  return name === undefined ? null : option(name, column);
}

/** For multi_select. A text is cut at its commas, which no option's name can hold. */
export function writeChoices(value: CellValue, column: RemoteColumn): unknown {
  const names = new Set(
    namesOf(value, column)
      .flatMap((name) => name.split(','))
      .map((name) => name.trim()),
  );
  names.delete('');
  if (names.size > MOST_CHOICES) {
    throw refuse(column, value, `fait ${names.size} choix, Notion en prend ${MOST_CHOICES}. Réduisez-les.`);
  }
  return [...names].map((name) => option(name, column));
}

/**
 * Checked here, because Notion would silently create an unknown option of a select: a spelling mistake would become
 * part of the table.
 */
function option(name: string, column: RemoteColumn): { name: string } {
  if (column.options.includes(name)) return { name };
  if (name.includes(',')) {
    throw refuse(column, name, "contient une virgule, qu'aucune option Notion ne peut contenir. Retirez-la.");
  }
  const known = column.options.map((known) => `« ${known} »`).join(', ') || 'aucune';
  throw refuse(
    column,
    name,
    `n'est pas une option de la colonne (options : ${known}). Ajoutez-la dans Notion, ou corrigez la valeur.`,
  );
}

function namesOf(value: CellValue, column: RemoteColumn): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value;
  throw refuse(column, value, "n'est pas un choix. Reliez ce champ à une colonne d'un autre type.");
}
