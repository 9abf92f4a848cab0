import * as z from 'zod';
import { contentOf, entriesOf, PropertyValue } from '../cells/property-value.ts';

/** Ids a value shows without a name. */
export interface References {
  readonly people: readonly string[];
  readonly pages: readonly string[];
}

const NONE: References = { people: [], pages: [] };

const Entry = z.object({ id: z.string(), name: z.string().nullish() });

const Gathered = z.object({ array: z.array(PropertyValue) });

/** What must be looked up before a value can be read by names. */
export function referencesOf(value: PropertyValue): References {
  switch (value.type) {
    case 'people':
      return { people: unnamed(entriesOf(value)), pages: [] };
    case 'created_by':
    case 'last_edited_by':
      return { people: unnamed([contentOf(value)]), pages: [] };
    case 'relation':
      return { people: [], pages: unnamed(entriesOf(value)) };
    case 'rollup':
      return gather(rolledUp(value).map(referencesOf));
    default:
      return NONE;
  }
}

/** Both lists of many, joined. */
export function gather(found: readonly References[]): References {
  return {
    people: found.flatMap(({ people }) => people),
    pages: found.flatMap(({ pages }) => pages),
  };
}

function unnamed(entries: readonly unknown[]): string[] {
  return entries.flatMap((entry) => {
    const parsed = Entry.safeParse(entry);
    return parsed.success && !parsed.data.name ? [parsed.data.id] : [];
  });
}

function rolledUp(value: PropertyValue): PropertyValue[] {
  const rollup = Gathered.safeParse(contentOf(value));
  return rollup.success ? rollup.data.array : [];
}
