/** Reads `?a=1&b=2&b=3`: the form the API's own paths take, so that a filter reads the same in both. */
export function parseAddress(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** Writes what `parseAddress` reads; what is absent or empty is left out. */
export function stringifyAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A value that may be repeated, as a list; `undefined` when there is none. */
export function listOf(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  return list.length > 0 ? list : undefined;
}

/** A value given once; `undefined` when there is none. */
export function textOf(value: unknown): string | undefined {
  return listOf(value)?.[0];
}
