import { DEAL_FIELDS, type DealField, quote } from '@passerelle/contracts';
import type { CsvColumns } from '../deal-from-csv-row.ts';
import { normaliseForSearch } from '../normalise-for-search.ts';
import { DealCsvError } from './errors.ts';

/** Column of a task tool's export that each field is read from, beside the CRM's own names. */
export const CSV_HEADERS: Readonly<Record<DealField, string>> = {
  client: 'Task Name',
  statut: 'Status',
  montant_brut: 'Montant Deal',
  secteur: 'Tags',
  date_echeance: 'Due Date',
  assignee: 'Assignees',
  notes: 'Task Content',
};
const REQUIRED = ['client', 'statut', 'montant_brut'] as const satisfies readonly DealField[];

const FIELD_BY_NAME = new Map(
  DEAL_FIELDS.flatMap((field) => [
    [comparable(field), field] as const,
    [comparable(CSV_HEADERS[field]), field] as const,
  ]),
);

/** Field that a column's name stands for; order, case, accents, blanks and underscores do not matter. */
export function fieldOfHeader(name: string): DealField | null {
  return FIELD_BY_NAME.get(comparable(name)) ?? null;
}

/** Where each field stands. Other columns are left alone. */
export function columnsOf(header: readonly string[]): CsvColumns {
  const columns: Partial<Record<DealField, number>> = {};
  for (const [index, name] of header.entries()) {
    const field = fieldOfHeader(name);
    if (field === null) continue;
    const first = columns[field];
    if (first !== undefined) throw duplicate(field, header[first] ?? '', name);
    columns[field] = index;
  }
  const missing = REQUIRED.filter((field) => columns[field] === undefined);
  if (missing.length > 0) throw missingColumns(missing, header);
  return columns;
}

function comparable(name: string): string {
  return normaliseForSearch(name.slice(0, 100))
    .replace(/[\s_]+/g, ' ')
    .trim();
}

function duplicate(field: DealField, first: string, second: string): DealCsvError {
  return new DealCsvError(
    'duplicate_columns',
    `Deux colonnes donnent ${field} : ${quote(first)} et ${quote(second)}. Gardez-en une seule.`,
  );
}

function missingColumns(missing: readonly DealField[], header: readonly string[]): DealCsvError {
  const wanted = missing.map((field) => `« ${CSV_HEADERS[field]} » (ou « ${field} »)`).join(', ');
  const found = header.slice(0, 20).map(quote).join(', ');
  return new DealCsvError(
    'missing_columns',
    `Colonnes manquantes : ${wanted}. Ajoutez-les à la première ligne du fichier, qui contient : ${found}.`,
  );
}
