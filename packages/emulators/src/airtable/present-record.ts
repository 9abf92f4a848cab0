import { unknownField } from './airtable-error.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableField } from './field.ts';
import { readCell, readCellAsText } from './read-cell.ts';
import { isoSecond } from './record-time.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** How records are to be shown. */
export interface Presentation {
  /** Names or ids; every column when undefined or empty. */
  readonly fields?: readonly string[] | undefined;
  readonly returnFieldsByFieldId?: boolean | undefined;
  readonly cellFormat?: 'json' | 'string' | undefined;
  readonly commentCount?: boolean | undefined;
}

/** A record as answers carry it; empty cells are left out. */
export interface PresentedRecord {
  readonly id: string;
  readonly createdTime: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly commentCount?: number;
}

/** Makes the function that shows rows of this table in this way; throws for a column that does not exist. */
export function recordPresenter(
  where: { base: AirtableBase; table: AirtableTable },
  how: Presentation,
): (row: Row) => PresentedRecord {
  const columns = columnsOf(where.table, how.fields);
  const show = how.cellFormat === 'string' ? readCellAsText : (value: unknown) => value;
  return (row) => {
    const fields: Record<string, unknown> = {};
    for (const field of columns) {
      const value = readCell(field, row, where);
      if (value !== undefined)
        fields[how.returnFieldsByFieldId === true ? field.id : field.name] = show(value);
    }
    return {
      id: row.id,
      createdTime: isoSecond(row.createdAt),
      fields,
      ...(how.commentCount === true && { commentCount: row.commentCount }),
    };
  };
}

function columnsOf(table: AirtableTable, keys: readonly string[] | undefined): readonly AirtableField[] {
  if (keys === undefined || keys.length === 0) return table.fields;
  return keys.map((key) => {
    const field = table.field(key);
    if (field === undefined) throw unknownField(key);
    return field;
  });
}
