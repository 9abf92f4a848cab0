import { parse } from 'csv-parse/sync';
import { fieldOfHeader } from './columns.ts';
import { DealCsvError } from './errors.ts';

/** How a file is written, and its first row. */
export interface CsvDialect {
  readonly separator: string;
  readonly header: readonly string[];
  /** Bytes before the header that are not rows: Excel's `sep=;` line. */
  readonly skippedBytes: number;
}

/** The same rules for the header as for the rows: blank lines are passed over, stray quotes are letters. */
export const CSV_RULES = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

const SEPARATORS = [',', ';', '\t'];
const EXCEL_SEPARATOR_LINE = /^"?sep=([,;\t])"?\r?\n/i;

/** Finds the separator by which the first row names most fields of a deal, then makes most columns. */
export function detectDialect(head: Buffer): CsvDialect {
  const text = head.toString();
  const [line = '', stated] = EXCEL_SEPARATOR_LINE.exec(text) ?? [];
  const candidates = (stated === undefined ? SEPARATORS : [stated])
    .map((separator) => ({ separator, header: firstRow(text.slice(line.length), separator) }))
    .map((dialect) => ({ ...dialect, named: dialect.header.filter((name) => fieldOfHeader(name)).length }))
    .sort((a, b) => b.named - a.named || b.header.length - a.header.length);
  const [best] = candidates;
  if (best === undefined || best.header.length === 0) {
    throw new DealCsvError(
      'quote_not_closed',
      'La première ligne du fichier ouvre un guillemet sans le fermer. Corrigez la ligne de titres.',
    );
  }
  return { separator: best.separator, header: best.header, skippedBytes: Buffer.byteLength(line) };
}

function firstRow(text: string, separator: string): string[] {
  try {
    return parse(text, { ...CSV_RULES, delimiter: separator, to: 1 })[0] ?? [];
  } catch {
    // With a wrong separator a quote may never close: this candidate has no header.
    return [];
  }
}
