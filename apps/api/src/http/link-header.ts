/** Value of the `Link` header (RFC 8288) of a page: the same request with `cursor` moved on. */
export function linkToNext(url: string, cursor: number): string {
  const [path, query] = url.split('?', 2);
  if (query === undefined) return `<${path}?cursor=${cursor}>; rel="next"`;
  const next = new URLSearchParams(query);
  next.set('cursor', String(cursor));
  return `<${path}?${next}>; rel="next"`;
}
