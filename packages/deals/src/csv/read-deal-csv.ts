import { pipeline, Readable } from 'node:stream';
import { CsvError } from 'csv-parse';
import { type CsvColumns, dealFromCsvRow } from '../deal-from-csv-row.ts';
import type { DealValues } from '../deal-values.ts';
import { type FieldProblem, fieldProblem } from '../reading.ts';
import { rowTooLong } from './byte-guard.ts';
import { columnsOf } from './columns.ts';
import { type CsvDialect, detectDialect } from './dialect.ts';
import { DealCsvError } from './errors.ts';
import { type NumberedRow, RowParser } from './row-parser.ts';
import { HEAD_BYTES, utf8Chunks } from './utf8-chunks.ts';

/** One row of a deals file: a deal, or all that is wrong with it. */
export type DealCsvRow =
  | { ok: true; line: number; values: DealValues }
  | {
      ok: false;
      /** Line of the file where the row begins, counted from 1. */
      line: number;
      problems: readonly FieldProblem[];
      /** One `Ligne N - champ: …` per problem. */
      messages: readonly string[];
    };

/** Bounds of a file; the defaults fit any sound one. */
export interface DealCsvOptions {
  readonly maxColumns?: number;
  readonly maxRowBytes?: number;
}

const MAX_COLUMNS = 500;
/** Twice what the longest notes take in UTF-8. */
const MAX_ROW_BYTES = 1_000_000;

/**
 * Reads a CSV file of deals row by row in flat memory: UTF-8 or Windows-1252, commas, semicolons or tabs, columns
 * in any order. Rows with nothing in them are passed over. Throws `DealCsvError` where the file cannot be read on.
 */
export async function* readDealCsv(
  source: AsyncIterable<Uint8Array>,
  options: DealCsvOptions = {},
): AsyncGenerator<DealCsvRow, void, undefined> {
  const { maxColumns = MAX_COLUMNS, maxRowBytes = MAX_ROW_BYTES } = options;
  const chunks = utf8Chunks(source, maxRowBytes);
  try {
    const head = (await chunks.next()).value ?? Buffer.alloc(0);
    const dialect = readHeader(head, maxColumns);
    const columns = columnsOf(dialect.header);
    const parser = new RowParser({
      separator: dialect.separator,
      maxRowBytes,
      firstLine: dialect.skippedBytes === 0 ? 1 : 2,
    });
    // A failure of either side destroys the other and is thrown by the loop below.
    pipeline(Readable.from(prepended(head.subarray(dialect.skippedBytes), chunks)), parser, () => {});
    yield* readRows(parser, { dialect, columns, maxRowBytes });
  } finally {
    await chunks.return();
  }
}

function readHeader(head: Buffer, maxColumns: number): CsvDialect {
  if (head.toString().trim() === '') {
    throw new DealCsvError(
      'empty',
      'Le fichier est vide. Envoyez un CSV avec une ligne de titres et des deals.',
    );
  }
  const dialect = detectDialect(head);
  if (dialect.header.length > maxColumns) {
    throw new DealCsvError(
      'too_many_columns',
      `Le fichier compte ${dialect.header.length} colonnes ou plus, la limite est de ${maxColumns}. Retirez celles qui ne servent pas.`,
    );
  }
  if (head.length >= HEAD_BYTES && !/[\r\n]/.test(head.toString('latin1'))) throw rowTooLong(1, HEAD_BYTES);
  return dialect;
}

async function* prepended(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  yield head;
  yield* rest;
}

interface Reading {
  readonly dialect: CsvDialect;
  readonly columns: CsvColumns;
  readonly maxRowBytes: number;
}

async function* readRows(parser: RowParser, reading: Reading): AsyncGenerator<DealCsvRow, void, undefined> {
  let isHeader = true;
  let isEmpty = true;
  try {
    for await (const batch of parser as AsyncIterable<readonly NumberedRow[]>) {
      for (const row of batch) {
        if (isHeader) isHeader = false;
        else if (row.cells.some((cell) => cell.trim() !== '')) {
          isEmpty = false;
          yield readRow(row, reading);
        }
      }
    }
  } catch (error) {
    throw translated(error, parser.line, reading.maxRowBytes);
  }
  if (isEmpty) {
    throw new DealCsvError(
      'no_rows',
      'Le fichier ne contient que la ligne de titres. Ajoutez au moins un deal sous les titres.',
    );
  }
}

function readRow({ line, cells }: NumberedRow, { dialect, columns }: Reading): DealCsvRow {
  const width = dialect.header.length;
  // Even when the last ones are empty: `8,500` without quotes would be taken for 8 and its neighbour.
  if (cells.length > width) {
    const separator = dialect.separator === '\t' ? 'une tabulation' : `« ${dialect.separator} »`;
    return refusedRow(line, [
      fieldProblem(
        'colonnes',
        `la ligne compte ${cells.length} valeurs pour ${width} colonnes. Mettez entre guillemets les valeurs qui contiennent ${separator}.`,
      ),
    ]);
  }
  const deal = dealFromCsvRow(cells, columns);
  return deal.ok ? { ok: true, line, values: deal.values } : refusedRow(line, deal.problems);
}

function refusedRow(line: number, problems: readonly FieldProblem[]): DealCsvRow {
  const messages = problems.map(({ field, problem }) => `Ligne ${line} - ${field}: ${problem}`);
  return { ok: false, line, problems, messages };
}

function translated(error: unknown, line: number, maxRowBytes: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return rowTooLong(line, maxRowBytes);
  return new DealCsvError(
    'quote_not_closed',
    `La ligne ${line} ouvre un guillemet qui n'est jamais fermé. Fermez-le, ou doublez les guillemets dans le texte.`,
    { cause: error },
  );
}
