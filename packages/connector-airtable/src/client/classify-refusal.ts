import { ConnectorError } from '@passerelle/connector';
import type { AirtableCall } from './airtable-call.ts';
import { classifyUnprocessable } from './classify-unprocessable.ts';
import type { Refusal, Verdict } from './refusal.ts';
import * as sentences from './sentences.ts';

/** The error for a refusal of Airtable. `lockOutMs`: how long to stay away when there were too many calls. */
export function classifyRefusal(refusal: Refusal, call: AirtableCall, lockOutMs: number): ConnectorError {
  const waitMs = refusal.status === 429 ? Math.max(lockOutMs, refusal.waitMs ?? 0) : refusal.waitMs;
  const [code, sentence] = judge({ ...refusal, waitMs }, call);
  const retryAfterMs = code === 'rate_limited' || code === 'vendor_down' ? waitMs : undefined;
  return new ConnectorError(code, sentence, {
    status: refusal.status,
    vendorCode: refusal.type,
    retryAfterMs,
  });
}

function judge(refusal: Refusal, call: AirtableCall): Verdict {
  const { status, type } = refusal;
  if (status === 401) return ['token_refused', sentences.TOKEN_REFUSED];
  if (status === 429) return judgeTooMany(refusal);
  if (status >= 500 || status === 408) return judgeFailure(refusal, call);
  // Redirections, and refusals by something in front of Airtable: nothing may be concluded about the base.
  if (type === undefined) {
    return ['answer_unreadable', status === 403 ? sentences.PROXY_REFUSED : sentences.NOT_AIRTABLE];
  }
  if (status === 403) return judgeForbidden(refusal);
  if (status === 404) return judgeAbsent(refusal, call);
  if (status === 413) return ['value_refused', sentences.TOO_LARGE];
  return classifyUnprocessable(refusal, call);
}

/** The same status for two things: calls too close together, and a plan used up, which waiting does not cure. */
function judgeTooMany({ type, waitMs }: Refusal): Verdict {
  return type === 'PUBLIC_API_BILLING_LIMIT_EXCEEDED'
    ? ['quota_exhausted', sentences.QUOTA_EXHAUSTED]
    : ['rate_limited', sentences.rateLimited(waitMs ?? 0)];
}

/**
 * Airtable documents 502 and 503 as safe to repeat, but a gateway's 502 or bare 503 looks the same when the write
 * behind it was committed. Only Airtable's own word is believed; looking first costs one request.
 */
function judgeFailure({ status, type }: Refusal, { write }: AirtableCall): Verdict {
  const saysNotDone = status === 503 && type === 'RETRIABLE_ERROR';
  return write && !saysNotDone
    ? ['outcome_unknown', sentences.outcomeUnknown(status)]
    : ['vendor_down', sentences.vendorDown(status)];
}

function judgeForbidden({ type, message }: Refusal): Verdict {
  return type === 'INVALID_PERMISSIONS'
    ? ['forbidden', sentences.forbidden(message)]
    : ['access_lost', sentences.NOT_SHARED];
}

function judgeAbsent({ type }: Refusal, { subject }: AirtableCall): Verdict {
  const isRecord = subject === 'record' && (type === 'NOT_FOUND' || type === 'MODEL_ID_NOT_FOUND');
  return isRecord ? ['record_gone', sentences.RECORD_GONE] : ['access_lost', sentences.NOT_SHARED];
}
