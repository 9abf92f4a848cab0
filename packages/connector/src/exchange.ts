import { redact } from './redact.ts';

/** One request as it was sent, and what came back, without token and without the keys that addresses carry. */
export interface VendorExchange {
  readonly method: string;
  readonly url: string;
  /** `null` when no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  /** JSON text, cut where it is very long; `null` without a body. */
  readonly request: string | null;
  /** As `request`; `null` for a page of rows that was read: they are in the run's records. */
  readonly answer: string | null;
}

/** Characters of a body that are worth keeping. */
const LONGEST = 16_384;

/** What is sent and what is known of the answer; `answer` is `undefined` when none came. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly write: boolean;
  readonly body?: unknown;
  readonly durationMs: number;
  readonly answer?: { readonly status: number; readonly text: string } | undefined;
}

/** An exchange as people may see it. */
export function exchangeOf({ method, url, token, write, body, durationMs, answer }: Sent): VendorExchange {
  // As JSON writes it too: escapes could hide it.
  const [, escaped = token] = /^"(.*)"$/s.exec(JSON.stringify(token)) ?? [];
  const shown = (text: string) => cut(withoutKeys(redact(redact(text, token), escaped)));
  const isReadPage = !write && answer !== undefined && answer.status < 300;
  return {
    method,
    url: redact(url, token),
    status: answer?.status ?? null,
    durationMs: Math.round(durationMs),
    request: body === undefined ? null : shown(JSON.stringify(body)),
    answer: answer === undefined || isReadPage ? null : shown(answer.text),
  };
}

/** Addresses of files carry what opens them behind their question mark. */
function withoutKeys(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s"'\\?]+)\?[^\s"'\\]*/g, '$1?***');
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
