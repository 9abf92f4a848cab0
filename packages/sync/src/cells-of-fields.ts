import type { CellValue, RemoteColumn } from '@passerelle/connector';
import type { DealField } from '@passerelle/deals';
import { recogniseRemoteStatut } from '@passerelle/deals';
import type { BoundColumn } from './bind-columns.ts';
import type { FieldValues } from './field-values.ts';

/** The cells that make a remote row hold these fields, or why it cannot. */
export type CellsReading =
  | { readonly ok: true; readonly cells: Record<string, CellValue> }
  | { readonly ok: false; readonly reason: string };

/** Fields whose column cannot be written are left to the vendor; they are not a reason to refuse a record. */
export function writableFields(columns: readonly BoundColumn[]): DealField[] {
  return columns.filter(({ column }) => column.writable).map(({ field }) => field);
}

/** Turns the values of `fields` into cells of their columns. */
export function cellsOfFields(
  values: FieldValues,
  fields: readonly DealField[],
  columns: readonly BoundColumn[],
): CellsReading {
  const cells: Record<string, CellValue> = {};
  for (const bound of columns) {
    const { field, column } = bound;
    if (!fields.includes(field)) continue;
    const cell = cellOf(values[field] ?? null, bound);
    if (cell === undefined) return { ok: false, reason: noSuchOption(field, values[field], column) };
    cells[column.id] = cell;
  }
  return { ok: true, cells };
}

/** The cell that holds a value in its column; `undefined` when the column has no such option. */
export function cellOf(value: string | number | null, bound: BoundColumn): CellValue | undefined {
  const { column } = bound;
  if (value === null) return column.kind === 'choices' ? [] : null;
  if (column.kind === 'number' || column.kind === 'date') return value;
  if (column.kind === 'choice') return optionFor(String(value), bound);
  if (column.kind === 'choices') {
    const option = optionFor(String(value), bound);
    return option === undefined ? undefined : [option];
  }
  return translationsOf(String(value), bound)[0] ?? String(value);
}

/** The column's own spelling of the value, so that « Won » stays « Won » in a table that says it so. */
function optionFor(value: string, bound: BoundColumn): string | undefined {
  const { field, column, createsOptions } = bound;
  const exact = column.options.find((option) => option === value);
  if (exact !== undefined) return exact;
  if (field !== 'statut') return createsOptions ? value : undefined;
  return (
    column.options.find((option) => option.toLocaleLowerCase('fr') === value) ??
    // A person's own translation comes before the words that everybody knows.
    column.options.find(
      (option) => bound.readStatut(option) === value && recogniseRemoteStatut(option) !== value,
    ) ??
    column.options.find((option) => bound.readStatut(option) === value) ??
    (createsOptions ? (translationsOf(value, bound)[0] ?? value) : undefined)
  );
}

/** The remote statuses that a person translates into this statut, the first one being what it is written as. */
function translationsOf(value: string, { field, statusValues }: BoundColumn): string[] {
  if (field !== 'statut') return [];
  return Object.keys(statusValues).filter((text) => statusValues[text] === value);
}

function noSuchOption(field: DealField, value: unknown, column: RemoteColumn): string {
  return `${field} : « ${String(value)} » n’est pas une option de la colonne « ${column.name} ». Ajoutez cette option dans la table, permettez de la créer (create_options), ou reliez ${field} à une colonne de texte.`;
}
