import { TRPCError } from '@trpc/server';
import * as z from 'zod';
import { describeIssues } from '../describe-issues.ts';
import { ContractError, type ErrorCode, type FieldFault } from '../errors.ts';
import {
  internalMessage,
  MALFORMED_BODY_MESSAGE,
  payloadTooLargeMessage,
  UNSUPPORTED_MEDIA_TYPE_MESSAGE,
} from '../sentences.ts';

/** An error as the client may see it. */
export interface ExplainedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly faults: readonly FieldFault[];
}

/** Bodies longer than this are refused, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Tells an error in the contract's words, the same for every way in. What nobody foresaw becomes `internal`:
 * a fixed sentence with the request's id, and nothing of the error itself.
 */
export function explainError(
  error: unknown,
  call: { readonly requestId: string | null; readonly input: unknown },
): ExplainedError {
  if (error instanceof ContractError) {
    return { code: error.code, message: error.message, faults: error.faults };
  }
  if (!(error instanceof TRPCError)) return refusal('internal', internalMessage(call.requestId));
  if (error.cause instanceof ContractError) return explainError(error.cause, call);
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.core.$ZodError) {
    const { sentence, faults } = describeIssues(error.cause.issues, call.input);
    return { code: 'bad_input', message: sentence, faults };
  }
  if (error.code === 'BAD_REQUEST' && error.cause instanceof SyntaxError) {
    return refusal('malformed_body', MALFORMED_BODY_MESSAGE);
  }
  return ofTransport(error.code) ?? refusal('internal', internalMessage(call.requestId));
}

/** What tRPC itself refuses before a procedure is reached. */
function ofTransport(code: TRPCError['code']): ExplainedError | null {
  switch (code) {
    case 'PARSE_ERROR':
      return refusal('malformed_body', MALFORMED_BODY_MESSAGE);
    case 'BAD_REQUEST':
      return refusal('malformed_request', 'Demande tRPC mal formée. Passez par un client tRPC.');
    case 'NOT_FOUND':
    case 'METHOD_NOT_SUPPORTED':
      return refusal(
        'not_found',
        "Aucune procédure de ce nom et de cette méthode n'existe. Vérifiez l'appel.",
      );
    case 'UNSUPPORTED_MEDIA_TYPE':
      return refusal('unsupported_media_type', UNSUPPORTED_MEDIA_TYPE_MESSAGE);
    case 'PAYLOAD_TOO_LARGE':
      return refusal('payload_too_large', payloadTooLargeMessage(MAX_BODY_BYTES / 1024 / 1024));
    default:
      return null;
  }
}

function refusal(code: ErrorCode, message: string): ExplainedError {
  return { code, message, faults: [] };
}
