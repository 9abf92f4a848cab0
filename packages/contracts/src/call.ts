/** What a service is told of the call it answers, beside its input. */
export interface Call {
  /** Names the call in answers and in the log. */
  readonly requestId: string;
  /** Aborted when the client goes away; `undefined` where nobody can tell. */
  readonly signal: AbortSignal | undefined;
  /** Tells that more rows follow the page answered: REST sends it as a `Link` header. */
  nextCursor(cursor: number): void;
}
