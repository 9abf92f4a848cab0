import { type CellValue, isUnreadable, type RemoteColumn } from '@passerelle/connector';
import { refuse } from './refuse.ts';
import { writeChoice, writeChoices } from './write-choice.ts';
import { writeDate } from './write-date.ts';
import { writePlainText, writeRichText } from './write-text.ts';

type CellWriter = (value: CellValue, column: RemoteColumn) => unknown;

const WRITERS: Readonly<Record<string, CellWriter>> = {
  title: writeRichText,
  rich_text: writeRichText,
  url: writePlainText,
  email: writePlainText,
  phone_number: writePlainText,
  number: writeNumber,
  checkbox: writeCheckbox,
  select: writeChoice,
  status: writeChoice,
  multi_select: writeChoices,
  date: writeDate,
};

/**
 * A cell as Notion takes it, under its type's name; `null` and empty text clear it in that type's own way.
 *
 * @throws ConnectorError `value_refused` before anything is sent.
 */
export function writeCell(value: CellValue, column: RemoteColumn): Record<string, unknown> {
  const write = column.writable ? WRITERS[column.type] : undefined;
  if (!write)
    throw refuse(column, value, `ne peut pas être écrit : ${column.readOnlyReason ?? 'type inconnu.'}`);
  if (isUnreadable(value)) throw refuse(column, value.unreadable, "n'est pas une valeur à écrire.");
  return { [column.type]: write(value, column) };
}

function writeNumber(value: CellValue, column: RemoteColumn): number | null {
  if (value === null || value === '') return null;
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw refuse(column, value, "n'est pas un nombre. Corrigez-le, par exemple 1250.50.");
}

function writeCheckbox(value: CellValue, column: RemoteColumn): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  throw refuse(column, value, "n'est ni coché ni décoché. Reliez ce champ à une colonne d'un autre type.");
}
