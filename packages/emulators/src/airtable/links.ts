import type { AirtableBase } from './base.ts';
import type { AirtableField } from './field.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** Brings the other side of a two-way link in step after a cell went from `previous` to what it holds now. */
export function mirrorLinks(base: AirtableBase, field: AirtableField, row: Row, previous: unknown): void {
  const target = base.table(String(field.options.linkedTableId));
  const inverse = target?.field(String(field.options.inverseLinkFieldId));
  if (target === undefined || inverse === undefined) return;
  const [before, after] = [idsOf(previous), idsOf(row.cells[field.id])];
  for (const id of before) if (!after.includes(id)) remove(target.rows.get(id), inverse, row.id);
  for (const id of after) if (!before.includes(id)) append(target.rows.get(id), inverse, row.id);
}

/** Takes a deleted record out of every cell that links to it. */
export function unlink(base: AirtableBase, table: AirtableTable, rowId: string): void {
  for (const other of base.tables) {
    for (const field of other.fields) {
      if (field.type !== 'multipleRecordLinks' || field.options.linkedTableId !== table.id) continue;
      for (const row of other.rows) remove(row, field, rowId);
    }
  }
}

function idsOf(cell: unknown): readonly string[] {
  return Array.isArray(cell) ? cell.map(String) : [];
}

function append(row: Row | null, field: AirtableField, id: string): void {
  if (row === null || idsOf(row.cells[field.id]).includes(id)) return;
  row.cells[field.id] = [...idsOf(row.cells[field.id]), id];
}

function remove(row: Row | null, field: AirtableField, id: string): void {
  if (row === null || !idsOf(row.cells[field.id]).includes(id)) return;
  const left = idsOf(row.cells[field.id]).filter((other) => other !== id);
  row.cells[field.id] = left.length === 0 ? undefined : left;
}
