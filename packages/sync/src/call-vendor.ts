import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError, tellingLimitWaits } from '@passerelle/connector';
import pRetry from 'p-retry';
import type { Boundary } from './boundaries.ts';
import type { RunContext } from './run-context.ts';
import { limitWait, tellLongWait } from './run-wait.ts';

/** How the engine waits between two tries of the same call. */
export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** Wait before the second try; it doubles at each further one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** Outlasts a short fault of the vendor without keeping a person waiting for a dead one. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 4, firstDelayMs: 400, maxDelayMs: 30_000 };

/** How long to wait after try number `attempt` (from 1) failed. What the vendor asks for always wins. */
export function retryDelayMs(policy: RetryPolicy, attempt: number, error: ConnectorError): number {
  if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  return Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
}

/** What a call needs of its run. */
export type VendorCaller = Pick<RunContext, 'retry' | 'signal' | 'atBoundary' | 'tellWait'>;

/**
 * Calls the vendor, and again after a wait while the error says that the same call may simply be repeated. An abort
 * ends the wait with the signal's reason, never a call under way: a write's answer tells whether the records exist.
 * Reads are abandoned by the signal they are given themselves.
 */
export async function callVendor<T>(
  run: VendorCaller,
  boundary: Boundary,
  call: () => Promise<T>,
): Promise<T> {
  return pRetry(() => passing(run, boundary, call), {
    retries: run.retry.attempts - 1,
    // The wait is ours: p-retry's own formula knows nothing of what the vendor asked for.
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: ({ error }) => error instanceof ConnectorError && error.retryable,
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      if (!(error instanceof ConnectorError) || !error.retryable || retriesLeft === 0) return;
      await waitFor(run, error, retryDelayMs(run.retry, attemptNumber, error));
    },
  });
}

async function passing<T>(run: VendorCaller, boundary: Boundary, call: () => Promise<T>): Promise<T> {
  await run.atBoundary?.(boundary, 'before');
  try {
    return await tellingLimitWaits((wait) => tellLongWait(run.tellWait, limitWait(wait)), call);
  } finally {
    await run.atBoundary?.(boundary, 'after');
  }
}

async function waitFor({ signal, tellWait }: VendorCaller, error: ConnectorError, ms: number) {
  const reason = error.code === 'rate_limited' ? 'lock_out' : 'retry';
  const isOver = tellLongWait(tellWait, { ms, reason, message: error.message });
  try {
    await sleep(ms, undefined, { signal });
  } catch (aborted) {
    throw signal.aborted ? signal.reason : aborted;
  } finally {
    isOver();
  }
}
