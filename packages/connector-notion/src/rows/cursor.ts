import { ConnectorError, decodeCursor } from '@passerelle/connector';
import * as z from 'zod';
import * as sentences from '../client/sentences.ts';

/**
 * Where a listing stands. Notion lists at most 10,000 rows per query, so a listing is a row of windows by creation
 * time: each starts at the last minute the one before it has seen, and what both hold is listed twice.
 */
const Cursor = z.object({
  /** The instant since which rows must have changed; `null` for a listing of the whole table. */
  changedSince: z.string().nullable(),
  /** Creation time the window starts at; `null` for the first. */
  since: z.string().nullable(),
  /** Notion's cursor within the window; `null` at its start. */
  next: z.string().nullable(),
  /** Latest creation time seen. */
  last: z.string().nullable(),
  /** Whether a page of this window said that Notion stops before its end. */
  capped: z.boolean(),
  windows: z.number(),
  pages: z.number(),
  rows: z.number(),
});
export type Cursor = z.output<typeof Cursor>;

/** The start of a listing. */
const START: Cursor = {
  changedSince: null,
  since: null,
  next: null,
  last: null,
  capped: false,
  windows: 1,
  pages: 0,
  rows: 0,
};

/** The opaque text the engine keeps. */
export function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** Reads what `writeCursor` wrote. Throws `ConnectorError` `cursor_expired`, for one of another listing too. */
export function readCursor(text: string | null, changedSince: string | null): Cursor {
  if (text === null) return { ...START, changedSince };
  const cursor = decodeCursor(Cursor, text, sentences.CURSOR_EXPIRED);
  if (cursor.changedSince === changedSince) return cursor;
  throw new ConnectorError('cursor_expired', sentences.CURSOR_EXPIRED);
}
