/** One call of the Notion API. */
export interface NotionCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** From the API's root, such as `/pages`. */
  readonly path: string;
  readonly body?: unknown;
  /** Whether a row is created or changed: an answer lost on the way then leaves the outcome unknown. */
  readonly write: boolean;
  /** What the call is about, and so what a 403 or 404 on it means. */
  readonly subject: 'token' | 'table' | 'row' | 'person';
  readonly signal?: AbortSignal | undefined;
}
