import type { TransformCallback } from 'node:stream';
import { Parser } from 'csv-parse';
import { CSV_RULES } from './dialect.ts';

/** One row and the line of the file where it begins, counted from 1. */
export interface NumberedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * csv-parse, with each row numbered as it leaves, and rows handed on in batches of one chunk. Its own line count is
 * not used: it takes a line break inside quotes for two when it is `\r\n`.
 */
export class RowParser extends Parser {
  #batch: NumberedRow[] = [];
  #rowLines: number;

  constructor(options: { separator: string; maxRowBytes: number; firstLine: number }) {
    super({ ...CSV_RULES, delimiter: options.separator, max_record_size: options.maxRowBytes });
    this.#rowLines = options.firstLine;
  }

  /** Line where the row being read begins. */
  get line(): number {
    return this.#rowLines + this.info.empty_lines;
  }

  override push(row: readonly string[] | null): boolean {
    if (row === null) return super.push(null);
    this.#batch.push({ line: this.line, cells: row });
    this.#rowLines += 1;
    for (const cell of row) this.#rowLines += countLineBreaks(cell);
    return true;
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    super._transform(chunk, encoding, (error) => this.#handOn(error, done));
  }

  override _flush(done: TransformCallback): void {
    super._flush((error) => this.#handOn(error, done));
  }

  #handOn(error: Error | null | undefined, done: TransformCallback): void {
    if (this.#batch.length > 0) super.push(this.#batch);
    this.#batch = [];
    done(error);
  }
}

function countLineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(LINE_BREAK)?.length ?? 0) : 0;
}
