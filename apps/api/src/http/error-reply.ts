import type { CrmErrorBody, EnvelopeKind, ProblemBody, SyncErrorBody } from '@passerelle/contracts';
import type { ExplainedError } from '@passerelle/contracts/router';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_STATUS } from '../error-status.ts';

const PROBLEM_TYPE = 'application/problem+json';

/** Answers an error in the envelope of its path, or as an RFC 9457 problem for a client that asks for one. */
export function replyWithError(
  request: FastifyRequest,
  reply: FastifyReply,
  { error, envelope }: { error: ExplainedError; envelope: EnvelopeKind },
): FastifyReply {
  const { status } = ERROR_STATUS[error.code];
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  reply.code(status);
  return asksForProblem(request.headers.accept)
    ? reply.type(PROBLEM_TYPE).send(problem(request, error))
    : reply.send(enveloped(error.message, envelope));
}

function enveloped(error: string, envelope: EnvelopeKind): SyncErrorBody | CrmErrorBody {
  return envelope === 'crm' ? { success: false, data: null, error } : { success: false, error };
}

function problem(request: FastifyRequest, error: ExplainedError): ProblemBody {
  const { status, title } = ERROR_STATUS[error.code];
  return {
    type: `urn:passerelle:error:${error.code}`,
    title,
    status,
    detail: error.message,
    instance: pathOf(request.url),
    request_id: request.id,
    errors: error.faults.map(({ pointer, detail }) => ({ pointer, detail })),
  };
}

function asksForProblem(accept: string | undefined): boolean {
  return (accept ?? '')
    .split(',')
    .some((range) => range.split(';', 1)[0]?.trim().toLowerCase() === PROBLEM_TYPE);
}

/** A request's path without its query, which may hold what must not be repeated. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
