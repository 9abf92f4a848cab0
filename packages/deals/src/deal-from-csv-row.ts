import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';
import { type DealReading, emptyDraft, finish } from './deal-draft.ts';
import { readField } from './field-readers.ts';

/** Where each field stands in a row, counted from 0. */
export type CsvColumns = Readonly<Partial<Record<DealField, number>>>;

/** Reads the cells of one CSV row; a cell that is not there is empty. */
export function dealFromCsvRow(row: readonly string[], columns: CsvColumns): DealReading {
  const draft = emptyDraft();
  for (const field of DEAL_FIELDS) {
    const column = columns[field];
    readField(draft, field, column === undefined ? null : row[column]);
  }
  return finish(draft);
}
