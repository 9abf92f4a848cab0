import type * as z from 'zod';
import { ConnectorError } from './errors.ts';

/**
 * What a connector wrote as JSON into a cursor's text. Text it did not write is an expired cursor, as only a new
 * listing can follow it: throws `ConnectorError` `cursor_expired` with that sentence.
 */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  expiredMessage: string,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ConnectorError('cursor_expired', expiredMessage);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
