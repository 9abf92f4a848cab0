import { decodeCursor } from '@passerelle/connector';
import * as z from 'zod';
import * as sentences from '../client/sentences.ts';

/** Where a listing stands: Airtable's own offset, and what has been seen so far. */
const Cursor = z.object({ offset: z.string(), pages: z.int().min(1), rows: z.int().min(0) });
type Cursor = z.output<typeof Cursor>;

/** A cursor as text, safe to keep on disk. */
export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** The cursor in a text; `null` for the first page. Throws `ConnectorError` `cursor_expired`. */
export function readCursor(text: string | null): Cursor | null {
  return text === null ? null : decodeCursor(Cursor, text, sentences.CURSOR_EXPIRED);
}
