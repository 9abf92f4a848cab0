import { ByteGuard } from './byte-guard.ts';
import { refuseOtherFormats } from './signature.ts';
import { ToUtf8 } from './to-utf8.ts';

/** Enough to see what a file is, and larger than any sound header. */
export const HEAD_BYTES = 65_536;

/** A source may hand over the whole file at once; parsed at once it would hold up everything else. */
const PIECE_BYTES = 16_384;

/**
 * A file's bytes as checked UTF-8 in pieces of bounded size; the first piece is the file's head, whole.
 * Throws `DealCsvError`; what the source throws goes through as it is.
 */
export async function* utf8Chunks(
  source: AsyncIterable<Uint8Array>,
  maxRowBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const guard = new ByteGuard(maxRowBytes);
  const toUtf8 = new ToUtf8();
  let isHead = true;
  for await (const chunk of headThenPieces(source)) {
    if (isHead) refuseOtherFormats(chunk);
    isHead = false;
    const { line } = guard;
    guard.watch(chunk);
    yield toUtf8.write(chunk, line);
  }
  yield toUtf8.end(guard.line);
}

async function* headThenPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  const head: Buffer[] = [];
  let headBytes = 0;
  for await (const bytes of source) {
    for (const piece of pieces(bytes)) {
      if (headBytes >= HEAD_BYTES) yield piece;
      else {
        head.push(piece);
        headBytes += piece.length;
        if (headBytes >= HEAD_BYTES) yield Buffer.concat(head);
      }
    }
  }
  if (headBytes < HEAD_BYTES) yield Buffer.concat(head);
}

function* pieces(bytes: Uint8Array): Generator<Buffer> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole.length; at += PIECE_BYTES) yield whole.subarray(at, at + PIECE_BYTES);
}
