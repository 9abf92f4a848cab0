import { unknownField } from './airtable-error.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableField } from './field.ts';
import { readCell, readCellAsText } from './read-cell.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** A column to sort by, by name or id. */
export interface SortKey {
  readonly field: string;
  readonly direction?: 'asc' | 'desc' | undefined;
}

type Comparable = string | number | null;

const collator = new Intl.Collator('en', { numeric: true });

/** The rows in the order asked; empty cells first (last when descending), options in their own order. */
export function sortRows(
  rows: readonly Row[],
  keys: readonly SortKey[],
  where: { base: AirtableBase; table: AirtableTable },
): Row[] {
  const columns = keys.map((key) => {
    const field = where.table.field(key.field);
    if (field === undefined) throw unknownField(key.field);
    return { field, sign: key.direction === 'desc' ? -1 : 1 };
  });
  const keyed = rows.map((row) => ({
    row,
    values: columns.map(({ field }) => comparable(field, row, where)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { sign }] of columns.entries()) {
      const order = compare(a.values[index] ?? null, b.values[index] ?? null);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function comparable(
  field: AirtableField,
  row: Row,
  where: { base: AirtableBase; table: AirtableTable },
): Comparable {
  if (field.type === 'singleSelect') {
    const position = field.choices.findIndex((choice) => choice.id === row.cells[field.id]);
    return position === -1 ? null : position;
  }
  const value = readCell(field, row, where);
  if (value === undefined || typeof value === 'number') return value ?? null;
  return value === true ? 1 : readCellAsText(value);
}

function compare(a: Comparable, b: Comparable): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
