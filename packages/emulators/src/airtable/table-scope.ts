import type { AirtableBase } from './base.ts';
import type { AirtableField } from './field.ts';
import { isNumericType } from './field-types.ts';
import { type CompiledFormula, compileFormula, type FormulaScope } from './formula/compile.ts';
import { FORMULA_ERROR, type FormulaValue } from './formula/formula-value.ts';
import { readCell, readCellAsText } from './read-cell.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** Compiles a formula over the rows of a table. */
export function compileForTable(
  formula: string,
  where: { base: AirtableBase; table: AirtableTable },
): CompiledFormula<Row> {
  return compileFormula(formula, scopeOf(where));
}

function scopeOf(where: { base: AirtableBase; table: AirtableTable }): FormulaScope<Row> {
  return {
    column(key) {
      const field = where.table.field(key);
      return field === undefined
        ? null
        : { id: field.id, read: (row) => toFormula(field, readCell(field, row, where), where.base) };
    },
    recordId: (row) => row.id,
    createdTime: (row) => second(row.createdAt),
    lastModifiedTime(row, columnIds) {
      const ms = lastEdit(row, columnIds);
      return ms === null ? null : second(ms);
    },
  };
}

const second = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000);

/** Milliseconds of the last edit of the row, or of some columns; null before the first. */
export function lastEdit(row: Row, columnIds: readonly string[]): number | null {
  if (columnIds.length === 0) return row.editedAt;
  const times = columnIds.map((id) => row.editedFields?.[id]).filter((ms) => ms !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}

const DATE_TYPES: readonly string[] = ['date', 'dateTime', 'createdTime', 'lastModifiedTime'];

function toFormula(field: AirtableField, value: unknown, base: AirtableBase): FormulaValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return DATE_TYPES.includes(field.type) ? new Date(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'error' in value) return FORMULA_ERROR;
  if (typeof value === 'object' && 'specialValue' in value) return Number(value.specialValue);
  if (isNumericType(field.type)) return null;
  if (field.type === 'multipleRecordLinks') return linkedNames(field, value, base);
  return readCellAsText(value);
}

/** Formulas see links as the names of the linked records, not as their ids. */
function linkedNames(field: AirtableField, value: unknown, base: AirtableBase): string {
  const table = base.table(String(field.options.linkedTableId));
  if (table === undefined || !Array.isArray(value)) return '';
  return value
    .map((id) => table.rows.get(String(id)))
    .map((row) =>
      row === null ? '' : readCellAsText(readCell(table.primaryField, row, { base, table }) ?? ''),
    )
    .join(', ');
}
