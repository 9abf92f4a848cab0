import { type NamedFaults, VendorError } from '../core/index.ts';
import { RATE_LIMIT_REASONS, type RateLimitReason } from './gate.ts';
import { notionFaults } from './notion-faults.ts';

/** The faults of `notionFaults` as the control API takes them, the reason of a 429 beside the rest. */
export const namedNotionFaults: NamedFaults = {
  ...notionFaults,
  rateLimited: ({ reason = 'public_api_request_rate_limit', ...scope }) => {
    if (isRateLimitReason(reason)) return notionFaults.rateLimited(reason, scope);
    throw new VendorError(400, { error: `reason is one of ${RATE_LIMIT_REASONS.join(', ')}` });
  },
};

function isRateLimitReason(text: string): text is RateLimitReason {
  return RATE_LIMIT_REASONS.some((reason) => reason === text);
}
