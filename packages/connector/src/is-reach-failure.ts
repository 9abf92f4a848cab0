import type { ConnectorError, ConnectorErrorCode } from './errors.ts';

const REACH_FAILURES: ReadonlySet<ConnectorErrorCode> = new Set([
  'network',
  'vendor_down',
  'answer_unreadable',
  'rate_limited',
]);

/** Whether a failure is of the way to the vendor, or of the vendor itself, and so says nothing of the token. */
export function isReachFailure({ code }: ConnectorError): boolean {
  return REACH_FAILURES.has(code);
}
