import type { AirtableBase } from './base.ts';
import type { AirtableField } from './field.ts';
import { FORMULA_ERROR, type FormulaValue } from './formula/formula-value.ts';
import { FormulaSyntaxError } from './formula/tokenize.ts';
import { readCell } from './read-cell.ts';
import { timeOf } from './record-time.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';
import { compileForTable, lastEdit } from './table-scope.ts';

interface Where {
  readonly base: AirtableBase;
  readonly table: AirtableTable;
}

/** What Airtable shows in a column that it fills in itself. Rollups, buttons and AI text show what a test put there. */
export function readComputed(field: AirtableField, row: Row, where: Where): unknown {
  switch (field.type) {
    case 'autoNumber':
      return row.number;
    case 'createdTime':
      return timeOf(field, row.createdAt);
    case 'lastModifiedTime': {
      const edited = lastEdit(row, stringsOf(field.options.referencedFieldIds));
      return edited === null ? undefined : timeOf(field, edited);
    }
    case 'createdBy':
      return where.base.users.find((user) => user.id === row.createdBy);
    case 'lastModifiedBy':
      return where.base.users.find((user) => user.id === row.editedBy);
    case 'count':
      return linkedRows(field, row, where).length;
    case 'multipleLookupValues':
      return lookUp(field, row, where);
    case 'formula':
      return computeFormula(field, row, where);
    default:
      return undefined;
  }
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function linkedRows(
  field: AirtableField,
  row: Row,
  { base, table }: Where,
): { table: AirtableTable; row: Row }[] {
  const link = table.field(String(field.options.recordLinkFieldId));
  const target = link && base.table(String(link.options.linkedTableId));
  if (link === undefined || target === undefined) return [];
  return stringsOf(row.cells[link.id]).flatMap((id) => {
    const linked = target.rows.get(id);
    return linked === null ? [] : [{ table: target, row: linked }];
  });
}

function lookUp(field: AirtableField, row: Row, where: Where): unknown[] {
  return linkedRows(field, row, where).flatMap(({ table, row: linked }) => {
    const source = table.field(String(field.options.fieldIdInLinkedTable));
    const value = source && readCell(source, linked, { base: where.base, table });
    return value === undefined ? [] : value;
  });
}

/** Formulas that refer to each other in a circle end here. */
const DEEPEST = 20;
let depth = 0;

function computeFormula(field: AirtableField, row: Row, where: Where): unknown {
  if (typeof field.options.formula !== 'string') return undefined;
  if (depth >= DEEPEST) return { error: '#ERROR!' };
  depth += 1;
  try {
    return showResult(compileForTable(field.options.formula, where)(row));
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return { error: '#ERROR!' };
    throw error;
  } finally {
    depth -= 1;
  }
}

function showResult(value: FormulaValue): unknown {
  if (value === FORMULA_ERROR) return { error: '#ERROR!' };
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return { specialValue: String(value) };
  return value ?? undefined;
}
