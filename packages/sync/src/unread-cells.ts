import type { DealField } from '@passerelle/deals';
import type { FieldValues } from './field-values.ts';

/** What a remote row holds, read or not. */
interface ReadRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly cells: Readonly<Record<string, unknown>> | null;
}

/**
 * The row's values, and for each field whose cell could not be read a mark of that cell. A link remembers it as what the
 * row held when a person corrected it here: while the cell stays the same, nothing has changed there.
 */
export function valuesOrMarks(row: ReadRow, fields: readonly DealField[]): FieldValues {
  const unread = unreadFields(row, fields).map((field) => [field, markOf(row.cells?.[field] ?? null)]);
  return { ...(row.values as FieldValues), ...Object.fromEntries(unread) };
}

/** The mapped fields whose cell could not be read. */
export function unreadFields({ values }: Pick<ReadRow, 'values'>, fields: readonly DealField[]): DealField[] {
  return fields.filter((field) => values[field] === undefined);
}

function markOf(cell: unknown): string {
  return `cell:${JSON.stringify(cell)}`;
}
