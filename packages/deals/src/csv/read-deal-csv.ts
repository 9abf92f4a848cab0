import { pipeline, Readable } from 'node:stream';
import { CsvError } from 'csv-parse';
import { rowTooLong } from './byte-guard.ts';
import { columnsOf } from './columns.ts';
import { type DealCsvRow, readRow } from './deal-csv-row.ts';
import { type CsvDialect, detectDialect } from './dialect.ts';
import { DealCsvError } from './errors.ts';
import { type NumberedRow, RowParser } from './row-parser.ts';
import { HEAD_BYTES, utf8Chunks } from './utf8-chunks.ts';

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
    let isEmpty = true;
    for await (const batch of parseRows(prepended(head, dialect, chunks), dialect, maxRowBytes)) {
      for (const row of batch) {
        isEmpty = false;
        yield readRow(row, dialect, columns);
      }
    }
    if (isEmpty) {
      throw new DealCsvError(
        'no_rows',
        'Le fichier ne contient que la ligne de titres. Ajoutez au moins un deal sous les titres.',
      );
    }
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
      `Le fichier compte au moins ${dialect.header.length} colonnes, la limite est de ${maxColumns}. ` +
        'Retirez celles qui ne servent pas.',
    );
  }
  if (head.length >= HEAD_BYTES && !/[\r\n]/.test(head.toString('latin1'))) throw rowTooLong(1, HEAD_BYTES);
  return dialect;
}

async function* prepended(
  head: Buffer,
  { skippedBytes }: CsvDialect,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  yield head.subarray(skippedBytes);
  yield* rest;
}

/** The rows below the header that hold anything. */
async function* parseRows(
  text: AsyncIterable<Buffer>,
  { separator, skippedBytes }: CsvDialect,
  maxRowBytes: number,
): AsyncGenerator<readonly NumberedRow[], void, undefined> {
  const parser = new RowParser({ separator, maxRowBytes, firstLine: skippedBytes === 0 ? 1 : 2 });
  // A failure of either side destroys the other and is thrown by the loop below.
  pipeline(Readable.from(text), parser, () => {});
  let skipped = 1;
  try {
    for await (const batch of parser as AsyncIterable<readonly NumberedRow[]>) {
      yield batch.slice(skipped).filter(holdsAnything);
      skipped = 0;
    }
  } catch (error) {
    throw translated(error, parser.line, maxRowBytes);
  }
}

function holdsAnything({ cells }: NumberedRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function translated(error: unknown, line: number, maxRowBytes: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return rowTooLong(line, maxRowBytes);
  return new DealCsvError(
    'quote_not_closed',
    `La ligne ${line} ouvre un guillemet qui n'est jamais fermé. ` +
      'Fermez-le, ou doublez les guillemets dans le texte.',
    { cause: error },
  );
}
