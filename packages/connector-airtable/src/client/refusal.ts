import { type ConnectorErrorCode, retryAfterMs, type VendorAnswer } from '@passerelle/connector';
import * as z from 'zod';

/** An answer that is not a success, taken apart. */
export interface Refusal {
  readonly status: number;
  /** Airtable's error type; `undefined` when something in front of Airtable answered. */
  readonly type: string | undefined;
  readonly message: string;
  /** What a `Retry-After` header asks for. */
  readonly waitMs: number | undefined;
}

/** What a refusal is, and what a person is told. */
export type Verdict = readonly [code: ConnectorErrorCode, sentence: string];

/** Airtable answers `{"error": {"type", "message"?}}` or `{"error": "TYPE"}`. */
const ErrorBody = z.object({
  error: z.union([
    z.string().transform((type) => ({ type, message: '' })),
    z.object({ type: z.string(), message: z.string().catch('') }),
  ]),
});

/** Reads both shapes of Airtable's error body; a proxy's page gives a refusal without type. */
export function toRefusal(answer: VendorAnswer): Refusal {
  const body = ErrorBody.safeParse(answer.json);
  return {
    status: answer.status,
    type: body.data?.error.type,
    message: body.data?.error.message ?? '',
    waitMs: retryAfterMs(answer.headers),
  };
}
