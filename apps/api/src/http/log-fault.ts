import type { ExplainedError } from '@passerelle/contracts/router';
import type { FastifyBaseLogger } from 'fastify';
import { ERROR_STATUS } from '../error-status.ts';

/** Writes to the log what the client is not told: the whole error, when the fault is on this side. */
export function logFault(log: FastifyBaseLogger, error: unknown, { code }: ExplainedError): void {
  if (code === 'internal') log.error({ err: error }, 'unforeseen error');
  else if (ERROR_STATUS[code].status >= 500) log.warn({ err: error }, code);
}
