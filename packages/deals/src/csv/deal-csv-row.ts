import { type CsvColumns, dealFromCsvRow } from '../deal-from-csv-row.ts';
import type { DealValues } from '../deal-values.ts';
import { type FieldProblem, fieldProblem } from '../reading.ts';
import type { CsvDialect } from './dialect.ts';
import type { NumberedRow } from './row-parser.ts';

/** One row of a deals file: a deal, or all that is wrong with it. */
export type DealCsvRow =
  | {
      ok: true;
      /** Line of the file where the row begins, counted from 1. */
      line: number;
      values: DealValues;
    }
  | {
      ok: false;
      line: number;
      problems: readonly FieldProblem[];
      /** One `Ligne N - champ: …` per problem. */
      messages: readonly string[];
    };

/** Reads a row by the file's columns. */
export function readRow({ line, cells }: NumberedRow, dialect: CsvDialect, columns: CsvColumns): DealCsvRow {
  // Even when the last cells are empty: `8,500` without quotes would be taken for 8 and a value of the next column.
  if (cells.length > dialect.header.length) return refusedRow(line, [tooManyCells(cells.length, dialect)]);
  const deal = dealFromCsvRow(cells, columns);
  return deal.ok ? { ok: true, line, values: deal.values } : refusedRow(line, deal.problems);
}

function tooManyCells(count: number, { header, separator }: CsvDialect): FieldProblem {
  const shown = separator === '\t' ? 'une tabulation' : `« ${separator} »`;
  return fieldProblem(
    'colonnes',
    `la ligne compte ${count} valeurs pour ${header.length} colonnes. ` +
      `Mettez entre guillemets les valeurs qui contiennent ${shown}.`,
  );
}

function refusedRow(line: number, problems: readonly FieldProblem[]): DealCsvRow {
  const messages = problems.map(({ field, problem }) => `Ligne ${line} - ${field}: ${problem}`);
  return { ok: false, line, problems, messages };
}
