/** One form for ids of properties: Notion hands them out percent-encoded, and a client may keep them decoded. */
export function propertyKey(id: string): string {
  if (!id.includes('%')) return id;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** A property id in a path or query, encoded exactly once. */
export function encodedPropertyId(id: string): string {
  return encodeURIComponent(propertyKey(id));
}

/** `?filter_properties[]=…`, so that pages hold nothing but these; the title alone when there are none. */
export function onlyProperties(ids: readonly string[]): string {
  const wanted = ids.length === 0 ? ['title'] : [...new Set(ids)];
  return `?${wanted.map((id) => `filter_properties[]=${encodedPropertyId(id)}`).join('&')}`;
}
