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
  for (const { field, column } of columns) {
    if (!fields.includes(field)) continue;
    const cell = cellOf(values[field] ?? null, field, column);
    if (cell === undefined) return { ok: false, reason: noSuchOption(field, values[field], column) };
    cells[column.id] = cell;
  }
  return { ok: true, cells };
}

function cellOf(
  value: string | number | null,
  field: DealField,
  column: RemoteColumn,
): CellValue | undefined {
  if (value === null) return column.kind === 'choices' ? [] : null;
  if (column.kind === 'number' || column.kind === 'date') return value;
  if (column.kind === 'choice') return optionFor(String(value), field, column);
  if (column.kind === 'choices') {
    const option = optionFor(String(value), field, column);
    return option === undefined ? undefined : [option];
  }
  return String(value);
}

/** The column's own spelling of the value, so that « Won » stays « Won » in a table that says it so. */
function optionFor(value: string, field: DealField, column: RemoteColumn): string | undefined {
  const exact = column.options.find((option) => option === value);
  if (exact !== undefined || field !== 'statut') return exact;
  return (
    column.options.find((option) => option.toLocaleLowerCase('fr') === value) ??
    column.options.find((option) => recogniseRemoteStatut(option) === value)
  );
}

function noSuchOption(field: DealField, value: unknown, column: RemoteColumn): string {
  return `${field} : « ${String(value)} » n’est pas une option de la colonne « ${column.name} ». Ajoutez cette option dans la table, ou reliez ${field} à une colonne de texte.`;
}
