import type { Fault, VendorError } from '../core/index.ts';
import { airtableError, notFound } from './airtable-error.ts';
import { quotaUsedUp, tooMany } from './airtable-limits.ts';

/** Which requests a fault strikes, how many, and after how many. */
type Scope = Pick<Fault, 'match' | 'times' | 'after'>;

const answer = (error: VendorError, scope: Scope): Fault => ({
  ...scope,
  kind: 'answer',
  status: error.status,
  body: error.body,
  headers: error.headers,
});

/** What the API is known to do to its callers, as faults for `faults.add`. */
export const airtableFaults = {
  /** 500 for a write that was carried out. */
  serverErrorAfterCommit: (scope: Scope = {}): Fault => ({
    ...answer(airtableError(500, 'SERVER_ERROR', 'Server error'), scope),
    when: 'after',
  }),

  /** 500 for a request that did nothing, which its caller cannot know. */
  serverError: (scope: Scope = {}): Fault =>
    answer(airtableError(500, 'SERVER_ERROR', 'Server error'), scope),

  /** 422 without a message: the state of something forbids the operation. */
  failedStateCheck: (scope: Scope = {}): Fault => answer(airtableError(422, 'FAILED_STATE_CHECK'), scope),

  /** 422: the address of an attachment could not be fetched. */
  attachmentsFailed: (scope: Scope = {}): Fault =>
    answer(
      airtableError(422, 'ATTACHMENTS_FAILED_UPLOADING', 'One or more of the attachments failed to upload.'),
      scope,
    ),

  /** 404 in its older form, which is still documented for tables. */
  tableNotFound: (scope: Scope = {}): Fault =>
    answer(airtableError(404, 'TABLE_NOT_FOUND', 'Could not find table'), scope),

  /** 503 for a request that did nothing. */
  retriable: (scope: Scope & { retryAfterSeconds?: number | undefined } = {}): Fault => {
    const { retryAfterSeconds, ...where } = scope;
    const error = airtableError(
      503,
      'RETRIABLE_ERROR',
      'The service is temporarily unavailable. Please retry shortly.',
    );
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...answer(error, where), headers };
  },

  /** The 429 to wait for. */
  rateLimited: (scope: Scope = {}): Fault => answer(tooMany(), scope),

  /** The 429 that no waiting cures. */
  quotaUsedUp: (scope: Scope = {}): Fault => answer(quotaUsedUp(), scope),

  /** An error that is a bare string. */
  bareNotFound: (scope: Scope = {}): Fault => answer(notFound(), scope),

  /** A page of a proxy, which is no JSON. */
  htmlPage: (scope: Scope & { status?: number | undefined } = {}): Fault => {
    const { status = 502, ...where } = scope;
    return { ...where, kind: 'answer', status, body: '<html><body><h1>Bad Gateway</h1></body></html>' };
  },

  /** The cursor of a listing is lost: the listing must begin again. */
  iteratorLost: (scope: Scope = {}): Fault =>
    answer(airtableError(422, 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE'), scope),

  /** The connection is cut before anything is done. */
  dropped: (scope: Scope = {}): Fault => ({ ...scope, kind: 'drop' }),

  /** The connection is cut after the write was carried out. */
  droppedAfterCommit: (scope: Scope = {}): Fault => ({ ...scope, kind: 'drop', when: 'after' }),
} as const;
