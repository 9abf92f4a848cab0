import type { AirtableBase } from '../base.ts';
import type { AirtableField } from '../field.ts';
import { readCell, readCellAsText } from '../read-cell.ts';
import type { Row } from '../row-store.ts';
import type { AirtableTable } from '../table.ts';

interface Where {
  readonly base: AirtableBase;
  readonly table: AirtableTable;
}

/** A cell as webhook payloads show it: richer than a listing does for options, links, lookups and people. */
export function webhookCell(field: AirtableField, row: Row, where: Where): unknown {
  const value = readCell(field, row, where);
  if (value === undefined) return null;
  switch (field.type) {
    case 'singleSelect':
      return field.choices.find((choice) => choice.name === value) ?? null;
    case 'multipleSelects':
      return listOf(value).map((name) => field.choices.find((choice) => choice.name === name) ?? null);
    case 'multipleRecordLinks':
      return listOf(value).map((id) => ({ id, name: linkedName(field, String(id), where.base) }));
    case 'multipleLookupValues':
      return lookupCell(field, row, where);
    case 'singleCollaborator':
      return { ...(value as object), permissionLevel: 'create' };
    case 'multipleCollaborators':
      return listOf(value).map((user) => ({ ...(user as object), permissionLevel: 'create' }));
    default:
      return value;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function linkedName(field: AirtableField, id: string, base: AirtableBase): string {
  const table = base.table(String(field.options.linkedTableId));
  const row = table?.rows.get(id);
  if (table === undefined || row === null || row === undefined) return '';
  return readCellAsText(readCell(table.primaryField, row, { base, table }) ?? '');
}

function lookupCell(field: AirtableField, row: Row, { base, table }: Where): unknown {
  const link = table.field(String(field.options.recordLinkFieldId));
  const target = link && base.table(String(link.options.linkedTableId));
  const source = target?.field(String(field.options.fieldIdInLinkedTable));
  const ids = link === undefined ? [] : listOf(row.cells[link.id]).map(String);
  const values = ids.map((id) => {
    const linked = target?.rows.get(id);
    const value = linked && source && target ? readCell(source, linked, { base, table: target }) : undefined;
    return [id, value === undefined ? [] : [value]] as const;
  });
  return { linkedRecordIds: ids, valuesByLinkedRecordId: Object.fromEntries(values) };
}
