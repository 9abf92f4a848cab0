import { ConnectorError, decodeCursor } from '@passerelle/connector';
import * as z from 'zod';
import * as sentences from '../client/sentences.ts';

/** Where a listing stands: Airtable's own offset, which listing it belongs to, and what has been seen so far. */
const Cursor = z.object({
  offset: z.string(),
  changedSince: z.string().nullable(),
  pages: z.int().min(1),
  rows: z.int().min(0),
});
type Cursor = z.output<typeof Cursor>;

/** A cursor as text, safe to keep on disk. */
export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/**
 * The cursor in a text; `null` for the first page. Throws `ConnectorError` `cursor_expired` for one of another
 * listing: Airtable would go on with whatever that one was about.
 */
export function readCursor(text: string | null, changedSince: string | null): Cursor | null {
  if (text === null) return null;
  const cursor = decodeCursor(Cursor, text, sentences.CURSOR_EXPIRED);
  if (cursor.changedSince === changedSince) return cursor;
  throw new ConnectorError('cursor_expired', sentences.CURSOR_EXPIRED);
}
