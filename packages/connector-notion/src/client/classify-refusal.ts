import { ConnectorError, type ConnectorErrorCode, type ConnectorErrorDetails } from '@passerelle/connector';
import { classifyBadRequest } from './classify-bad-request.ts';
import type { NotionCall } from './notion-call.ts';
import { additionalList, additionalText, type Refusal } from './refusal.ts';
import * as sentences from './sentences.ts';

/** The error for a refusal of Notion: what the engine must tell apart, and a sentence with the remedy. */
export function classifyRefusal(refusal: Refusal, call: NotionCall): ConnectorError {
  const [code, message, details] = judge(refusal, call);
  return new ConnectorError(code, message, {
    status: refusal.status,
    vendorCode: refusal.code,
    ...details,
  });
}

/** A wait without a length: the whole of Notion's 60-second window. */
const DEFAULT_WAIT_MS = 60_000;

type Judgement = readonly [ConnectorErrorCode, string, ConnectorErrorDetails?];

function judge(refusal: Refusal, call: NotionCall): Judgement {
  switch (refusal.status) {
    case 400:
      return classifyBadRequest(refusal, call);
    case 401:
      return ['token_refused', sentences.TOKEN_REFUSED];
    case 403:
      return judgeForbidden(refusal, call);
    case 404:
      return judgeAbsent(refusal, call);
    case 409:
      return ['vendor_down', sentences.CONFLICT];
    case 413:
      return [call.write ? 'value_refused' : 'answer_unreadable', sentences.TOO_LARGE];
    case 429:
    case 529:
      return judgeWait(refusal);
    default:
      return judgeFailure(refusal, call);
  }
}

function judgeForbidden(refusal: Refusal, call: NotionCall): Judgement {
  if (refusal.code === undefined) return ['blocked', sentences.PROXY_REFUSED];
  if (refusal.additional.block_limit !== undefined) return ['quota_exhausted', sentences.BLOCK_LIMIT];
  const missesRight = /insufficient permission/i.test(refusal.message);
  if (call.subject === 'table' && !call.write && !missesRight) return ['access_lost', sentences.NOT_SHARED];
  return ['forbidden', call.write ? sentences.MAY_NOT_WRITE : sentences.MAY_NOT_READ];
}

function judgeAbsent(refusal: Refusal, call: NotionCall): Judgement {
  if (refusal.code === undefined) return ['answer_unreadable', sentences.NOT_NOTION];
  if (call.subject === 'table') return ['access_lost', sentences.NOT_SHARED];
  return ['record_gone', sentences.ROW_GONE];
}

function judgeWait(refusal: Refusal): Judgement {
  const reason = additionalText(refusal, 'rate_limit_reason');
  if (reason === 'public_api_request_blocked') return ['blocked', sentences.BLOCKED];
  const waitMs = refusal.waitMs ?? DEFAULT_WAIT_MS;
  return ['rate_limited', sentences.rateLimited(waitMs, reason), { retryAfterMs: waitMs }];
}

/** A 5xx on a write may hide a success: Notion has committed rows it then answered 503 for. */
function judgeFailure(refusal: Refusal, call: NotionCall): Judgement {
  const { status } = refusal;
  if (status < 500 && status !== 408) return ['answer_unreadable', sentences.unexpectedStatus(status)];
  if (!call.write) return ['vendor_down', sentences.vendorDown(status), { retryAfterMs: refusal.waitMs }];
  const committedIds = [
    ...additionalList(refusal, 'committed_resource_id'),
    ...additionalList(refusal, 'committed_child_ids'),
  ];
  return ['outcome_unknown', sentences.outcomeUnknown(status), { committedIds }];
}
