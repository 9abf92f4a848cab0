import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Statement } from '../statement.ts';
import { openReader } from './open-reader.ts';
import { prepared } from './prepared.ts';
import type { Answer, Question, Texts } from './reading-thread.ts';

/** Characters that a piece of texts has at least, unless it is the last. */
const PIECE = 65_536;

const path = String(workerData);
const database = openReader(path);

parentPort?.on('message', (question: Question) => {
  if ('port' in question) tellTexts(question.port, question);
  else parentPort?.postMessage(answer(question));
});

function answer({ id, text, values }: Statement & { id: number }): Answer {
  try {
    return { id, rows: prepared(database, text).all(...values) };
  } catch (error) {
    return { id, error: errorOf(error) };
  }
}

/**
 * Tells a piece each time the port asks, until it is closed. On a connection of its own: an unfinished select holds on to
 * the moment it began, and the questions of others are about now.
 */
function tellTexts(port: MessagePort, { text, values }: Statement): void {
  const reader = openReader(path);
  let texts: IterableIterator<string> | null = null;
  port.on('message', () => {
    try {
      texts ??= reader
        .prepare<unknown[], string>(text)
        .pluck()
        .iterate(...values);
      const piece = nextPiece(texts);
      port.postMessage(piece satisfies Texts, piece === null ? [] : [piece.buffer]);
    } catch (error) {
      port.postMessage(errorOf(error) satisfies Texts);
    }
  });
  port.on('close', () => {
    texts?.return?.();
    reader.close();
  });
}

function nextPiece(texts: IterableIterator<string>): Uint8Array<ArrayBuffer> | null {
  const found: string[] = [];
  for (let length = 0; length < PIECE; ) {
    const next = texts.next();
    if (next.done) break;
    found.push(next.value);
    length += next.value.length;
  }
  return found.length === 0 ? null : new TextEncoder().encode(found.join(','));
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
