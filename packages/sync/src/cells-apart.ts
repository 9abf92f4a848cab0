import type { CellValue, RemoteRecord } from '@passerelle/connector';
import type { DealField } from '@passerelle/deals';
import type { BoundColumn } from './bind-columns.ts';
import { cellOf } from './cells-of-fields.ts';
import type { FieldValues } from './field-values.ts';

/**
 * The cells of a row that its values do not stand for: those that could not be read, and those that would hold something
 * else if what was read were written back, such as a status in the vendor's own words. `null` when there are none.
 */
export function cellsApart(
  { cells }: RemoteRecord,
  values: FieldValues,
  columns: readonly BoundColumn[],
): Record<string, CellValue> | null {
  const apart: Partial<Record<DealField, CellValue>> = {};
  for (const bound of columns) {
    const { field, column } = bound;
    const cell = cells[column.id] ?? null;
    if (cell !== null && !standsFor(values[field], cell, bound)) apart[field] = cell;
  }
  return Object.keys(apart).length === 0 ? null : apart;
}

function standsFor(value: FieldValues[DealField], cell: CellValue, bound: BoundColumn): boolean {
  if (value === undefined) return false;
  if (value === cell || !bound.column.writable) return true;
  return JSON.stringify(cellOf(value, bound) ?? null) === JSON.stringify(cell);
}
