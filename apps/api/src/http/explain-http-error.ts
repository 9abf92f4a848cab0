import {
  MALFORMED_BODY_MESSAGE,
  MALFORMED_REQUEST_MESSAGE,
  payloadTooLargeMessage,
  UNSUPPORTED_MEDIA_TYPE_MESSAGE,
} from '@passerelle/contracts';
import { type ExplainedError, explainError, MAX_BODY_BYTES } from '@passerelle/contracts/router';
import type { FastifyError } from 'fastify';

type Told = Pick<ExplainedError, 'code' | 'message'>;

const TOO_LARGE: Told = {
  code: 'payload_too_large',
  message: payloadTooLargeMessage(MAX_BODY_BYTES / 1024 / 1024),
};
const MALFORMED: Told = { code: 'malformed_body', message: MALFORMED_BODY_MESSAGE };
const UNREADABLE: Told = { code: 'malformed_request', message: MALFORMED_REQUEST_MESSAGE };

/** What Fastify refuses before a handler is reached, by its codes. */
const FASTIFY_REFUSALS: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: MALFORMED,
  FST_ERR_CTP_EMPTY_JSON_BODY: MALFORMED,
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported_media_type',
    message: UNSUPPORTED_MEDIA_TYPE_MESSAGE,
  },
};

/** As `explainError`, for anything that can go wrong with an HTTP request. */
export function explainHttpError(
  error: unknown,
  call: { readonly requestId: string; readonly input: unknown },
): ExplainedError {
  const told = isFastifyError(error) ? (FASTIFY_REFUSALS[error.code] ?? unreadable(error)) : undefined;
  return told === undefined ? explainError(error, call) : { ...told, faults: [] };
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_');
}

/** Any other refusal of Fastify's that is the client's doing. */
function unreadable(error: FastifyError): Told | undefined {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? UNREADABLE : undefined;
}
