import type { WebhookEvent } from './event.ts';

/**
 * The events of one window, merged as the API merges them: one for each object and type, with everybody who had a part in
 * it; what is made and deleted within the window was never there.
 */
export function mergeEvents(events: readonly WebhookEvent[]): WebhookEvent[] {
  const merged = new Map<string, WebhookEvent>();
  for (const event of events) {
    const { id } = event.entity;
    const created = merged.has(`${id} page.created`);
    if (event.type === 'page.deleted' && created) {
      for (const key of [...merged.keys()]) if (key.startsWith(`${id} `)) merged.delete(key);
      continue;
    }
    if (event.type === 'page.properties_updated' && created) continue;
    const key = `${id} ${event.type}`;
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? event : joined(earlier, event));
  }
  return [...merged.values()];
}

function joined(earlier: WebhookEvent, later: WebhookEvent): WebhookEvent {
  const authors = [...earlier.authors];
  for (const author of later.authors) if (!authors.some((one) => one.id === author.id)) authors.push(author);
  const data: Record<string, unknown> = { ...later.data };
  for (const list of ['updated_properties', 'updated_blocks']) {
    const before = earlier.data[list];
    const after = later.data[list];
    if (Array.isArray(before) && Array.isArray(after)) data[list] = distinct([...before, ...after]);
  }
  return { ...later, authors, data };
}

function distinct(items: readonly unknown[]): unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
