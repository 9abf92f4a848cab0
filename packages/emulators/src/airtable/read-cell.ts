import type { AirtableBase } from './base.ts';
import { isEmptyCell } from './cell-context.ts';
import { readComputed } from './computed-cell.ts';
import type { AirtableField } from './field.ts';
import { isComputedType } from './field-types.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** The value of a cell as JSON answers show it; undefined when it is empty and must be left out. */
export function readCell(
  field: AirtableField,
  row: Row,
  where: { base: AirtableBase; table: AirtableTable },
): unknown {
  const stored = row.cells[field.id];
  // A computed cell may have been given its value by a test, errors such as {"error":"#ERROR!"} included.
  const value =
    stored === undefined && isComputedType(field.type)
      ? readComputed(field, row, where)
      : present(field, stored, where.base);
  return isEmptyCell(value) ? undefined : value;
}

function present(field: AirtableField, stored: unknown, base: AirtableBase): unknown {
  switch (field.type) {
    case 'singleSelect':
      return choiceName(field, stored);
    case 'multipleSelects':
      return asList(stored)
        .map((id) => choiceName(field, id))
        .filter((name) => name !== undefined);
    case 'singleCollaborator':
      return base.users.find((user) => user.id === stored);
    case 'multipleCollaborators':
      return base.users.filter((user) => asList(stored).includes(user.id));
    default:
      return stored;
  }
}

function choiceName(field: AirtableField, id: unknown): string | undefined {
  return field.choices.find((choice) => choice.id === id)?.name;
}

function asList(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}

/** The value as text, for `cellFormat=string`. Airtable may change its own format at any time: nothing may parse it. */
export function readCellAsText(value: unknown): string {
  if (Array.isArray(value)) return value.map(readCellAsText).join(', ');
  if (typeof value === 'object' && value !== null) {
    if ('name' in value) return String(value.name);
    if ('filename' in value) return String(value.filename);
    if ('text' in value) return String(value.text);
    return JSON.stringify(value);
  }
  return value === true ? 'checked' : String(value);
}
