import { toNotionId } from './notion-id.ts';

const NOTION_HOST = /(^|\.)notion\.(so|com|site)$/i;

/** A title slug, if any, then the id, at the end of a path segment: `Pipeline-2026-1f2e…`. */
const ID_AT_END = /(?:^|-)([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * The database or data source id inside what a person typed: the bare id with or without hyphens, the end of a
 * link, or a whole link of the app. Normalised with hyphens; `null` when there is none.
 */
export function parseBaseId(text: string): string | null {
  const typed = text.trim();
  const bare = toNotionId(typed);
  if (bare) return bare;
  const path = pathOf(typed);
  return path === null ? null : idOfPath(path);
}

/** Only the path counts: `?v=` names a view and `?p=` a row opened over the table. */
function pathOf(typed: string): string | null {
  const withScheme = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!typed.includes('/')) return typed.split(/[?#]/)[0] ?? null;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.protocol === 'notion:') return `${url.host}${url.pathname}`;
  return NOTION_HOST.test(url.hostname) ? url.pathname : null;
}

function idOfPath(path: string): string | null {
  const segment = path.split('/').findLast((part) => part !== '') ?? '';
  const found = ID_AT_END.exec(segment)?.[1];
  return found === undefined ? null : toNotionId(found);
}
