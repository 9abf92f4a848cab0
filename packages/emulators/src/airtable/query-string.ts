/** Largest index taken in `fields[7]=…`; beyond it a name is kept as it is written. */
const MOST_ITEMS = 2000;

type Node = Record<string, unknown>;

/** Without prototype, so that no key of the address has a meaning of its own. */
const emptyNode = (): Node => Object.create(null) as Node;

/**
 * Reads a query string as Airtable does: `fields[]=A&fields[]=B`, `fields[0]=A`, `fields=A&fields=B` and
 * `sort[0][field]=Name` all give lists and objects.
 */
export function parseQueryString(url: string): Node {
  const start = url.indexOf('?');
  const root = emptyNode();
  if (start === -1) return root;
  for (const [key, value] of new URLSearchParams(url.slice(start + 1))) insert(root, segmentsOf(key), value);
  return listify(root) as Node;
}

function segmentsOf(key: string): string[] {
  const open = key.indexOf('[');
  if (open <= 0 || !key.endsWith(']')) return [key];
  return [key.slice(0, open), ...key.slice(open + 1, -1).split('][')];
}

function insert(node: Node, [head = '', ...rest]: string[], value: string): void {
  const key = head === '' ? String(Object.keys(node).length) : head;
  if (rest.length === 0) {
    const there = node[key];
    node[key] = there === undefined ? value : [there, value].flat();
    return;
  }
  const child = node[key];
  const next: Node = typeof child === 'object' && child !== null ? (child as Node) : emptyNode();
  node[key] = next;
  insert(next, rest, value);
}

/** Objects whose keys are all list positions become lists. */
function listify(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, listify(child)] as const);
  const isList =
    entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key) && Number(key) < MOST_ITEMS);
  return isList
    ? entries.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, child]) => child)
    : Object.fromEntries(entries);
}
