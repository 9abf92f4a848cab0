import * as z from 'zod';
import { badValue, invalidRequest, rowMissing, unknownField, updatedTwice } from './airtable-error.ts';
import type { AirtableBase } from './base.ts';
import { isEmptyCell } from './cell-context.ts';
import type { AirtableField } from './field.ts';
import { isMergeableType } from './field-types.ts';
import { readCell } from './read-cell.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';
import type { SentRecord } from './write-body.ts';
import type { WritePlan } from './write-plan.ts';

const PerformUpsert = z.strictObject({ fieldsToMergeOn: z.array(z.string()).min(1).max(3) });

interface Where {
  readonly base: AirtableBase;
  readonly table: AirtableTable;
}

/** Plans an upsert: a record with an id is changed; without one it is looked for by the merge columns, all against the state before. */
export function planUpsert(
  where: Where,
  request: { records: readonly SentRecord[]; performUpsert: unknown; plan: WritePlan; clearOthers: boolean },
): { rows: Row[]; ids: { updatedRecords: string[]; createdRecords: string[] } } {
  const columns = mergeColumns(where.table, request.performUpsert);
  const keys = request.records.map((record) => (record.id === undefined ? keyOfSent(record, columns) : null));
  const found = rowsByKey(where, columns, new Set(keys.filter((key) => key !== null)));
  const targets = request.records.map((record, index) =>
    target(where.table, record, found.get(keys[index] ?? '') ?? []),
  );
  const updated = targets.filter((row) => row !== null);
  if (new Set(updated).size < updated.length) throw updatedTwice();
  const created: string[] = [];
  const rows = request.records.map(({ fields }, index) => {
    const row = targets[index] ?? null;
    if (row !== null) return request.plan.update(row, fields, request);
    const made = request.plan.create(fields);
    created.push(made.id);
    return made;
  });
  return { rows, ids: { updatedRecords: updated.map(({ id }) => id), createdRecords: created } };
}

function mergeColumns(table: AirtableTable, performUpsert: unknown): AirtableField[] {
  const parsed = PerformUpsert.safeParse(performUpsert);
  if (!parsed.success) throw invalidRequest();
  return parsed.data.fieldsToMergeOn.map((key) => {
    const field = table.field(key);
    if (field === undefined) throw unknownField(key);
    if (!isMergeableType(field.type)) throw badValue(field.name);
    return field;
  });
}

/** The values a record is looked for by; null when one of them is null, which creates a record each time. */
function keyOfSent(record: SentRecord, columns: readonly AirtableField[]): string | null {
  const values = columns.map((field) => {
    const key = [field.name, field.id].find((name) => name in record.fields);
    // Airtable fails on a record without its merge value; how is not documented.
    if (key === undefined) throw invalidRequest(`Field "${field.name}" to merge on is missing from a record`);
    return record.fields[key];
  });
  return values.some(isEmptyCell) ? null : JSON.stringify(values);
}

/** Existing rows under the keys asked for, found in one walk over the table. */
function rowsByKey(
  where: Where,
  columns: readonly AirtableField[],
  keys: ReadonlySet<string>,
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  if (keys.size === 0) return found;
  for (const row of where.table.rows) {
    const key = JSON.stringify(columns.map((field) => readCell(field, row, where)));
    if (keys.has(key)) found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

function target(table: AirtableTable, record: SentRecord, matches: readonly Row[]): Row | null {
  if (record.id !== undefined) {
    const row = table.rows.get(record.id);
    if (row === null) throw rowMissing(record.id);
    return row;
  }
  if (matches.length > 1) {
    throw invalidRequest(
      `${matches.length} records match the values to merge on; a record to update must be unique`,
    );
  }
  return matches[0] ?? null;
}
