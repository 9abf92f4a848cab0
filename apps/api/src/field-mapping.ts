import { FieldMapping } from '@passerelle/contracts';

/** The stored mapping; `null` (the default one) when nothing that can be used is stored. */
export function readFieldMapping(stored: string | null): FieldMapping | null {
  if (stored === null) return null;
  const result = FieldMapping.safeParse(parseJson(stored));
  return result.success ? result.data : null;
}

/** A database made by another program may hold any text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
