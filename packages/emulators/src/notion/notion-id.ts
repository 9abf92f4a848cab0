const COMPACT = /^[0-9a-f]{32}$/;

/** The id with hyphens and in lower case, or `null` when the text is not a UUID. */
export function normalizeNotionId(text: string): string | null {
  const compact = text.toLowerCase().replaceAll('-', '');
  if (!COMPACT.test(compact)) return null;
  return [
    compact.slice(0, 8),
    compact.slice(8, 12),
    compact.slice(12, 16),
    compact.slice(16, 20),
    compact.slice(20),
  ].join('-');
}

/** The id as it stands in page addresses: without hyphens. */
export function compactNotionId(id: string): string {
  return id.replaceAll('-', '');
}
