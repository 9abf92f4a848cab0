/** Which requests a fault or a count is about; what is left out matches everything. */
export interface RequestMatch {
  readonly method?: string | undefined;
  /** A part of the path (without query string), or the source of a regular expression. */
  readonly path?: string | RegExp | undefined;
}

/** True when the request is one of those meant. */
export function matchesRequest(match: RequestMatch, request: { method: string; path: string }): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.path === undefined) return true;
  if (match.path instanceof RegExp) return match.path.test(request.path);
  return request.path.includes(match.path) || new RegExp(match.path).test(request.path);
}
