import * as z from 'zod';

/** One value of a row: its type, and under a key of that name what it holds. Entries of a rollup have no id. */
export const PropertyValue = z.looseObject({ id: z.string().optional(), type: z.string() });
export type PropertyValue = z.output<typeof PropertyValue>;

/** What a value holds, still unchecked. */
export function contentOf(property: PropertyValue): unknown {
  return property[property.type];
}

/** The list a value holds; empty when it holds something else. */
export function entriesOf(property: PropertyValue): readonly unknown[] {
  const content = contentOf(property);
  return Array.isArray(content) ? content : [];
}
