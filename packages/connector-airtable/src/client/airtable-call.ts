/** One call of the Airtable Web API. */
export interface AirtableCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the API's root, such as `/meta/whoami`. */
  readonly path: string;
  /** Whose budget the call spends beside the token's; `null` for calls about the token itself. */
  readonly baseId: string | null;
  readonly body?: unknown;
  /** Whether records are created, changed or deleted: an answer lost on the way then leaves the outcome unknown. */
  readonly write: boolean;
  /** What the call is about, and so what a 404 on it means. */
  readonly subject: 'token' | 'table' | 'record';
  readonly signal?: AbortSignal | undefined;
}
