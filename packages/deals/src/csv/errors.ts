/**
 * Why a whole CSV file is refused; a refused row is no error but a result.
 *
 * - `empty`, `no_rows` (header only)
 * - `spreadsheet` (XLSX, ODS, XLS), `not_text` (another binary, NUL bytes), `encoding` (neither UTF-8 nor Windows-1252)
 * - `missing_columns`, `duplicate_columns`, `too_many_columns`
 * - `row_too_long`, `quote_not_closed`
 */
export type DealCsvErrorCode =
  | 'empty'
  | 'no_rows'
  | 'spreadsheet'
  | 'not_text'
  | 'encoding'
  | 'missing_columns'
  | 'duplicate_columns'
  | 'too_many_columns'
  | 'row_too_long'
  | 'quote_not_closed';

/** A CSV file that cannot be read on. `message` is a French sentence with the remedy, fit for a person. */
export class DealCsvError extends Error {
  override readonly name = 'DealCsvError';
  readonly code: DealCsvErrorCode;

  constructor(code: DealCsvErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
