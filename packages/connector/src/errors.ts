/**
 * Everything a vendor or the way to it can do to us, as the engine needs to tell it apart.
 *
 * - `network`: no answer and nothing was sent for sure, or a read without an answer
 * - `vendor_down`: 5xx on a read, or a 5xx the vendor says was not applied
 * - `rate_limited`: too many calls; wait `retryAfterMs`
 * - `quota_exhausted`: the plan's quota is used up; waiting does not help
 * - `blocked`: the vendor told us to stop calling
 * - `token_refused`, `access_lost` (base or table absent or not shared), `forbidden` (a right is missing)
 * - `table_ambiguous`: the database has several tables, one must be chosen
 * - `column_missing`, `value_refused`, `record_gone`
 * - `cursor_expired`: the listing must start again
 * - `listing_incomplete`: the vendor cannot list the whole table
 * - `outcome_unknown`: a write may or may not have happened: look before repeating
 * - `answer_unreadable`: the answer is not what the vendor documents
 */
export type ConnectorErrorCode =
  | 'network'
  | 'vendor_down'
  | 'rate_limited'
  | 'quota_exhausted'
  | 'blocked'
  | 'token_refused'
  | 'access_lost'
  | 'forbidden'
  | 'table_ambiguous'
  | 'column_missing'
  | 'value_refused'
  | 'record_gone'
  | 'cursor_expired'
  | 'listing_incomplete'
  | 'outcome_unknown'
  | 'answer_unreadable';

const RETRYABLE: ReadonlySet<ConnectorErrorCode> = new Set(['network', 'vendor_down', 'rate_limited']);

/** What is known of a failure beside its sentence. */
export interface ConnectorErrorDetails {
  /** HTTP status of the answer, when there was one. */
  readonly status?: number | undefined;
  /** The vendor's own error type, such as `RATE_LIMIT_REACHED`. */
  readonly vendorCode?: string | undefined;
  /** How long the vendor asks to wait before any further call. */
  readonly retryAfterMs?: number | undefined;
  /** Ids the vendor says it committed although the request failed. */
  readonly committedIds?: readonly string[] | undefined;
  /** The tables one of which must be chosen. */
  readonly tables?: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly cause?: unknown;
}

/** The one error connectors throw. `message` is a French sentence fit for a person, without any secret. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly code: ConnectorErrorCode;
  /** Whether the same call may simply be sent again after a wait. */
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly vendorCode: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly committedIds: readonly string[];
  readonly tables: readonly { readonly id: string; readonly name: string }[];

  constructor(code: ConnectorErrorCode, message: string, details: ConnectorErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.retryable = RETRYABLE.has(code);
    this.status = details.status;
    this.vendorCode = details.vendorCode;
    this.retryAfterMs = details.retryAfterMs;
    this.committedIds = details.committedIds ?? [];
    this.tables = details.tables ?? [];
  }
}
