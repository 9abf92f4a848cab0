const BARE_ID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/** The id as Notion answers it (lower case, with hyphens), or `null` when the text is none. */
export function toNotionId(text: string): string | null {
  const parts = BARE_ID.exec(text.trim());
  return parts ? parts.slice(1).join('-').toLowerCase() : null;
}

/** Whether both texts name the same object: Notion accepts ids with and without hyphens. */
export function isSameId(one: string, other: string): boolean {
  return (toNotionId(one) ?? one) === (toNotionId(other) ?? other);
}
