/** Value of the `Link` header (RFC 8288) of a page: the same request with `cursor` moved on. */
export function linkToNext(url: string, cursor: number): string {
  const next = new URL(url, 'http://host');
  next.searchParams.set('cursor', String(cursor));
  return `<${next.pathname}${next.search}>; rel="next"`;
}
