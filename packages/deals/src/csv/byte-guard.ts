import { DealCsvError } from './errors.ts';

const LF = 0x0a;
const CR = 0x0d;

/** Watches the raw bytes of a file go by: where we are, no NUL, no line without end. */
export class ByteGuard {
  readonly #maxRowBytes: number;
  #line = 1;
  #sinceLineBreak = 0;

  constructor(maxRowBytes: number) {
    this.#maxRowBytes = maxRowBytes;
  }

  /** Line of the file that the next byte stands on. */
  get line(): number {
    return this.#line;
  }

  /** Throws `not_text` or `row_too_long`, naming the line. */
  watch(chunk: Buffer): void {
    const nul = chunk.indexOf(0);
    if (nul !== -1) {
      const line = this.#line + countLineFeeds(chunk.subarray(0, nul));
      throw new DealCsvError(
        'not_text',
        `Le fichier contient un octet NUL à la ligne ${line} : ce n'est pas un texte. Exportez-le à nouveau en CSV.`,
      );
    }
    const lastBreak = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR));
    this.#sinceLineBreak =
      lastBreak === -1 ? this.#sinceLineBreak + chunk.length : chunk.length - lastBreak - 1;
    this.#line += countLineFeeds(chunk);
    if (this.#sinceLineBreak > this.#maxRowBytes) throw rowTooLong(this.#line, this.#maxRowBytes);
  }
}

/** The error of a row past the bound; an unclosed quote makes such a row of the rest of a file. */
export function rowTooLong(line: number, maxRowBytes: number): DealCsvError {
  return new DealCsvError(
    'row_too_long',
    `La ligne ${line} dépasse ${maxRowBytes} octets. Vérifiez que ses guillemets sont fermés et raccourcissez ses textes.`,
  );
}

function countLineFeeds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) count += 1;
  return count;
}
