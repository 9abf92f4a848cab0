import type { Fault } from '../core/index.ts';
import { type RateLimitReason, rateLimited } from './gate.ts';
import { invalid, NotionApiError } from './notion-api-error.ts';
import { blockLimitReached } from './routes/pages.ts';

/** In the body of a fault, stands for the id of what the request made; its member is left out where it made nothing. */
export const COMMITTED_ID = '{committed_id}';

/** In the body of a fault, stands for the id of the request. */
export const REQUEST_ID = '{request_id}';

/** Which requests a fault strikes, how many, and after how many. */
export type FaultScope = Pick<Fault, 'match' | 'times' | 'after'>;

const EDGE_PAGE =
  '<html>\n<head><title>{status}</title></head>\n<body>\n<center><h1>{status}</h1></center>\n<hr><center>cloudflare</center>\n</body>\n</html>\n';

/** Everything the API is known to do to its callers, as faults for `faults.add`. */
export const notionFaults = {
  /** 429 for one of the documented reasons; `public_api_request_blocked` means that the caller must stop. */
  rateLimited: (
    reason: RateLimitReason,
    scope: FaultScope & { retryAfterSeconds?: number | undefined } = {},
  ): Fault => {
    const { retryAfterSeconds = 1, ...where } = scope;
    return answer(rateLimited(reason, retryAfterSeconds), where);
  },

  /** 529: the service is overloaded. */
  overloaded: (scope: FaultScope & { retryAfterSeconds?: number | undefined } = {}): Fault => {
    const { retryAfterSeconds = 1, ...where } = scope;
    const error = new NotionApiError(529, 'service_overload', {
      message: 'Notion is overloaded, please try again later.',
      additionalData: { retry_after: String(retryAfterSeconds) },
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
    return answer(error, where);
  },

  /** 409: another write was under way. */
  conflict: (scope: FaultScope = {}): Fault =>
    answer(simple(409, 'conflict_error', 'Conflict occurred while saving. Please try again.'), scope),

  /** 500. */
  internalError: (scope: FaultScope = {}): Fault =>
    answer(simple(500, 'internal_server_error', 'Unexpected error occurred.'), scope),

  /** 502. */
  badGateway: (scope: FaultScope = {}): Fault => answer(simple(502, 'bad_gateway', 'Bad Gateway'), scope),

  /** 503 for a request that did nothing. */
  unavailable: (scope: FaultScope = {}): Fault => answer(unavailable('Retry the request later.'), scope),

  /** 503 for a request that did nothing, by the other code that goes with its message. */
  databaseConnectionUnavailable: (scope: FaultScope = {}): Fault =>
    answer(
      simple(503, 'database_connection_unavailable', 'Notion is unavailable, please try again later.'),
      scope,
    ),

  /** 400: a request that is well formed and not supported. */
  unsupportedRequest: (scope: FaultScope = {}): Fault =>
    answer(simple(400, 'invalid_request', 'Unsupported request: emulated.'), scope),

  /** 503 for a write that was carried out; names what it made. */
  unavailableAfterCommit: (scope: FaultScope = {}): Fault => ({
    ...answer(
      unavailable('The write was saved. Read the object again instead of repeating the request.', {
        committed_resource_id: COMMITTED_ID,
      }),
      scope,
    ),
    when: 'after',
  }),

  /** 504. */
  gatewayTimeout: (scope: FaultScope = {}): Fault =>
    answer(simple(504, 'gateway_timeout', 'Gateway Timeout'), scope),

  /** 504 for a write that was carried out. */
  gatewayTimeoutAfterCommit: (scope: FaultScope = {}): Fault => ({
    ...notionFaults.gatewayTimeout(scope),
    when: 'after',
  }),

  /** A page of the proxy in front of the API, which is no JSON. */
  htmlPage: (scope: FaultScope & { status?: number | undefined } = {}): Fault => {
    const { status = 502, ...where } = scope;
    return { ...where, kind: 'answer', status, body: EDGE_PAGE.replaceAll('{status}', String(status)) };
  },

  /** The connection is cut before anything is done. */
  dropped: (scope: FaultScope = {}): Fault => ({ ...scope, kind: 'drop' }),

  /** The connection is cut once the request was carried out. */
  droppedAfterCommit: (scope: FaultScope = {}): Fault => ({ ...scope, kind: 'drop', when: 'after' }),

  /** 400: the cursor is no longer known. */
  expiredCursor: (scope: FaultScope = {}): Fault =>
    answer(invalid('The start_cursor provided is invalid: expired'), scope),

  /** 403: a Free workspace is full. */
  blockLimit: (scope: FaultScope = {}): Fault => answer(blockLimitReached(), scope),
};

function simple(status: number, code: string, message: string): NotionApiError {
  return new NotionApiError(status, code, { message });
}

function unavailable(guidance: string, more: Readonly<Record<string, string>> = {}): NotionApiError {
  return new NotionApiError(503, 'service_unavailable', {
    message: 'Notion is unavailable, please try again later.',
    additionalData: { retry_guidance: guidance, ...more },
  });
}

function answer(error: NotionApiError, scope: FaultScope): Fault {
  return {
    ...scope,
    kind: 'answer',
    status: error.status,
    body: error.toBody(REQUEST_ID),
    headers: error.headers,
  };
}

/** The body of a fault with what it stands for filled in. */
export function fillFaultBody(
  text: string,
  { requestId, committedId }: { requestId: string; committedId: string | undefined },
): string {
  const filled = text.replaceAll(REQUEST_ID, requestId);
  if (committedId !== undefined) return filled.replaceAll(COMMITTED_ID, committedId);
  return filled.replaceAll(new RegExp(`,?"[a-z_]+":"${COMMITTED_ID}"`, 'g'), '');
}
