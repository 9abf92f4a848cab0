import type { CellValue } from '@passerelle/connector';
import type * as z from 'zod';
import type { NameLookup } from '../names/name-lookup.ts';
import { UNDOCUMENTED } from './unreadable.ts';

/** Reads what a property holds. */
export type CellReader = (content: unknown, names: NameLookup) => CellValue;

/** A reader that checks the content's shape first, so that an odd value is one bad cell and not a failed run. */
export function cellReader<Schema extends z.ZodType>(
  schema: Schema,
  toCell: (content: z.output<Schema>, names: NameLookup) => CellValue,
): CellReader {
  return (content, names) => {
    const parsed = schema.safeParse(content);
    return parsed.success ? toCell(parsed.data, names) : UNDOCUMENTED;
  };
}

/** Text, or `null` when there is none. */
export function textOrNull(text: string | null): string | null {
  return text === '' ? null : text;
}

/** Names, or `null` when there are none: an empty cell is `null` whatever its type. */
export function namesOrNull(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names;
}
