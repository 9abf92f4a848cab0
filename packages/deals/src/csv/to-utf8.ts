import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { DealCsvError } from './errors.ts';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const NOTHING = Buffer.alloc(0);

/**
 * Turns a file's bytes into valid UTF-8, chunk by chunk. The encoding is settled by the first letter that is not
 * ASCII, however far down it stands: valid UTF-8 is UTF-8, anything else is Windows-1252, of which Latin-1 text is
 * a part.
 */
export class ToUtf8 {
  #encoding: 'unsettled' | 'utf-8' | 'windows-1252' = 'unsettled';
  /** Bytes of a letter whose end is in the next chunk. */
  #held: Buffer = NOTHING;
  #started = false;

  /** The first chunk must hold at least three bytes where the file does. */
  write(chunk: Buffer, line: number): Buffer {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    this.#held = NOTHING;
    if (!this.#started) {
      this.#started = true;
      if (bytes.subarray(0, BOM.length).equals(BOM)) {
        this.#encoding = 'utf-8';
        return this.write(bytes.subarray(BOM.length), line);
      }
    }
    if (this.#encoding === 'windows-1252') return fromWindows1252(bytes, line);
    if (isAscii(bytes)) return bytes;
    const whole = bytes.subarray(0, endOfWholeLetters(bytes));
    if (isUtf8(whole)) {
      if (!isAscii(whole)) this.#encoding = 'utf-8';
      this.#held = Buffer.from(bytes.subarray(whole.length));
      return whole;
    }
    if (this.#encoding === 'utf-8' || isMostlyUtf8(bytes))
      throw unreadable(line, new TextDecoder().decode(bytes));
    this.#encoding = 'windows-1252';
    return fromWindows1252(bytes, line);
  }

  /** What was held back when the file ends. */
  end(line: number): Buffer {
    if (this.#held.length === 0) return NOTHING;
    if (this.#encoding === 'utf-8') throw unreadable(line, '');
    return fromWindows1252(this.#held, line);
  }
}

function fromWindows1252(bytes: Buffer, line: number): Buffer {
  const text = iconv.decode(bytes, 'windows-1252');
  // Five bytes mean nothing in Windows-1252; other encodings use them (è in old Mac files).
  if (text.includes('\uFFFD')) throw unreadable(line, text);
  return Buffer.from(text);
}

/** A UTF-8 file with a damaged letter must not be read as Windows-1252, which would garble all its accents. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const letters = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return letters - damaged > damaged;
}

/** Index up to which no multi-byte letter is cut. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return lengthByLead(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function lengthByLead(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** `text` begins on `line` and shows where the first damaged letter stands. */
function unreadable(line: number, text: string): DealCsvError {
  const damagedLine = line + text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n').length - 1;
  return new DealCsvError(
    'encoding',
    `La ligne ${damagedLine} contient des caractères qui ne sont ni en UTF-8 ni en Latin-1. ` +
      'Enregistrez le fichier à nouveau en CSV UTF-8.',
  );
}
