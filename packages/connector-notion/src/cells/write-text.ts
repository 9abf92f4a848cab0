import type { CellValue, RemoteColumn } from '@passerelle/connector';
import { refuse } from './refuse.ts';
import { splitText } from './split-text.ts';

/** Items in one list of rich text. */
const MOST_ITEMS = 100;

/** Longest single-line values, by type. */
const LONGEST: Readonly<Record<string, number>> = { url: 2_000, email: 200, phone_number: 200 };

/** For title and rich_text: plain text, in as many items as it needs. */
export function writeRichText(value: CellValue, column: RemoteColumn): unknown {
  const pieces = splitText(textOf(value, column));
  if (pieces.length > MOST_ITEMS) {
    throw refuse(column, value, 'est trop long : Notion prend 200 000 caractères. Raccourcissez le texte.');
  }
  return pieces.map((content) => ({ type: 'text', text: { content } }));
}

/** For url, email and phone_number, where Notion refuses an empty text and wants `null`. */
export function writePlainText(value: CellValue, column: RemoteColumn): unknown {
  const text = textOf(value, column);
  const longest = LONGEST[column.type] ?? Number.POSITIVE_INFINITY;
  if (text.length > longest) {
    throw refuse(column, value, `est trop long : Notion prend ${longest} caractères. Raccourcissez-le.`);
  }
  return text === '' ? null : text;
}

function textOf(value: CellValue, column: RemoteColumn): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  throw refuse(column, value, "n'est pas un texte. Reliez ce champ à une colonne d'un autre type.");
}
