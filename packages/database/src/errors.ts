/** What can go wrong before a query is even asked. */
export type DatabaseErrorCode =
  | 'cannot_open'
  | 'bad_key'
  | 'token_unreadable'
  | 'cannot_copy'
  | 'database_busy';

/** The one error of this package. `message` is a French sentence without any secret. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
