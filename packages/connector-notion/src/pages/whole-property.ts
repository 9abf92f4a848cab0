import * as z from 'zod';
import { LARGEST_PAGE } from '../capabilities.ts';
import { contentOf, entriesOf, PropertyValue } from '../cells/property-value.ts';
import type { NotionClient } from '../client/notion-client.ts';
import { encodedPropertyId } from './property-id.ts';

/** A page shows this many entries of a list, or mentions of a text, and says so for relations only. */
const SHOWN_AT_MOST = 25;

const PropertyItems = z.object({
  results: z.array(PropertyValue),
  has_more: z.boolean(),
  next_cursor: z.string().nullish(),
  property_item: z.looseObject({ type: z.string() }).optional(),
});

const Total = z.looseObject({ type: z.string() });
const Gathered = z.object({ array: z.array(z.unknown()) });
const Mention = z.object({ type: z.literal('mention') });

/** A simple value comes as itself; a list comes in pages. */
const PropertyAnswer = z.union([PropertyItems, PropertyValue]);

/** Whether a page may hold only the start of a value. */
export function mayBeCut(value: PropertyValue): boolean {
  const entries = entriesOf(value);
  if (value.has_more === true) return true;
  switch (value.type) {
    case 'relation':
      return value.has_more !== false && entries.length >= SHOWN_AT_MOST;
    case 'people':
      return entries.length >= SHOWN_AT_MOST;
    case 'title':
    case 'rich_text':
      return entries.length >= SHOWN_AT_MOST && entries.filter(isMention).length >= SHOWN_AT_MOST;
    case 'rollup':
      return rolledUp(contentOf(value)).length >= SHOWN_AT_MOST;
    default:
      return false;
  }
}

/** The whole of a value by the property endpoint, in the form a page has it; `null` when Notion does not give it. */
export async function wholeProperty(
  client: NotionClient,
  { pageId, value, signal }: { pageId: string; value: PropertyValue; signal?: AbortSignal | undefined },
): Promise<PropertyValue | null> {
  const items: PropertyValue[] = [];
  let cursor: string | null = null;
  for (;;) {
    const answer: z.output<typeof PropertyAnswer> = await client.call(
      {
        method: 'GET',
        path: `/pages/${pageId}/properties/${encodedPropertyId(value.id ?? '')}${pageOf(cursor)}`,
        write: false,
        subject: 'row',
        signal,
      },
      PropertyAnswer,
    );
    if (!isList(answer)) return answer;
    items.push(...answer.results);
    if (!answer.has_more) return joined(value, items, answer.property_item);
    if (!answer.next_cursor || answer.next_cursor === cursor) return null;
    cursor = answer.next_cursor;
  }
}

function pageOf(cursor: string | null): string {
  const start = cursor === null ? '' : `&start_cursor=${encodeURIComponent(cursor)}`;
  return `?page_size=${LARGEST_PAGE}${start}`;
}

function isList(answer: z.output<typeof PropertyAnswer>): answer is z.output<typeof PropertyItems> {
  return Array.isArray(answer.results);
}

function joined(
  value: PropertyValue,
  items: readonly PropertyValue[],
  total: Readonly<Record<string, unknown>> | undefined,
): PropertyValue | null {
  if (value.type === 'rollup') return joinedRollup(value, items, total?.rollup);
  return { ...value, has_more: false, [value.type]: items.map(contentOf) };
}

/** A rollup's total stands beside the items; only a gathering one is made of them. */
function joinedRollup(
  value: PropertyValue,
  items: readonly PropertyValue[],
  total: unknown,
): PropertyValue | null {
  const rollup = Total.safeParse(total);
  if (!rollup.success || rollup.data.type === 'incomplete') return null;
  if (rollup.data.type !== 'array') return { ...value, rollup: rollup.data };
  if (items.length <= rolledUp(contentOf(value)).length) return value;
  // Texts arrive in fragments that do not say which page they belong to.
  if (items.some(({ type }) => type === 'title' || type === 'rich_text')) return null;
  return { ...value, rollup: { ...rollup.data, array: items.map(asPageShows) } };
}

/** The endpoint gives one person or link per item, where a page gives lists of them. */
function asPageShows(item: PropertyValue): PropertyValue {
  const content = contentOf(item);
  const isListed = item.type === 'people' || item.type === 'relation';
  return isListed && !Array.isArray(content) ? { ...item, [item.type]: [content] } : item;
}

function rolledUp(rollup: unknown): readonly unknown[] {
  const parsed = Gathered.safeParse(rollup);
  return parsed.success ? parsed.data.array : [];
}

function isMention(entry: unknown): boolean {
  return Mention.safeParse(entry).success;
}
