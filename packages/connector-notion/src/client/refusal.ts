import { retryAfterMs, type VendorAnswer } from '@passerelle/connector';
import * as z from 'zod';

/** An answer that is not a success, taken apart. */
export interface Refusal {
  readonly status: number;
  /** Notion's own code; `undefined` when something in front of Notion answered. */
  readonly code: string | undefined;
  readonly message: string;
  readonly additional: Readonly<Record<string, string | readonly string[]>>;
  /** How long Notion asks to wait, in full: a workspace-wide limit can exceed a minute. */
  readonly waitMs: number | undefined;
}

const ErrorBody = z.object({
  code: z.string(),
  message: z.string().catch(''),
  additional_data: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]).catch(''))
    .nullish()
    .catch(null),
});

/** Reads Notion's error body; the edge proxy's HTML gives a refusal without code. */
export function toRefusal(answer: VendorAnswer): Refusal {
  const body = ErrorBody.safeParse(answer.json);
  const additional = (body.success ? body.data.additional_data : null) ?? {};
  return {
    status: answer.status,
    code: body.success ? body.data.code : undefined,
    message: body.success ? body.data.message : '',
    additional,
    waitMs: retryAfterMs(answer.headers) ?? secondsInBody(additional.retry_after),
  };
}

/** The body repeats the header, which a proxy may have dropped. */
function secondsInBody(seconds: string | readonly string[] | undefined): number | undefined {
  return typeof seconds === 'string' && /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

/** One value of `additional_data` as text. */
export function additionalText(refusal: Refusal, key: string): string | undefined {
  const value = refusal.additional[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One value of `additional_data` as a list, whichever way Notion sent it. */
export function additionalList(refusal: Refusal, key: string): readonly string[] {
  const value = refusal.additional[key] ?? [];
  if (typeof value !== 'string') return value;
  return value === '' ? [] : value.split(',').map((id) => id.trim());
}
