import { ConnectorError } from '@passerelle/connector';
import * as z from 'zod';
import * as sentences from '../client/sentences.ts';

/** Where a listing stands: Airtable's own offset, and what has been seen so far. */
const Cursor = z.object({ offset: z.string(), pages: z.int().min(1), rows: z.int().min(0) });
type Cursor = z.output<typeof Cursor>;

/** A cursor as text, safe to keep on disk. */
export function encodeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/**
 * The cursor in a text; `null` for the first page.
 *
 * @throws ConnectorError `cursor_expired` for a text that is none of ours, as only a new listing can follow it.
 */
export function decodeCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parsed = Cursor.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ConnectorError('cursor_expired', sentences.CURSOR_EXPIRED);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
