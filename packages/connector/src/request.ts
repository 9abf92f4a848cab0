import { ConnectorError } from './errors.ts';
import { exchangeOf, type VendorExchange } from './exchange.ts';
import { RateLimiter } from './rate-limiter.ts';
import { redact } from './redact.ts';
import { answerTooLargeError, transportError, unusableTokenError } from './transport-error.ts';

/** A vendor that has not answered within a minute will not answer in a useful time. */
export const REQUEST_TIMEOUT_MS = 60_000;

/** No page of a vendor comes near it: what is larger is no answer of theirs, and would fill the memory. */
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

/** One HTTP request to a vendor. */
export interface VendorRequest {
  /** As people know it, for the sentences: `Airtable`. */
  readonly vendor: string;
  readonly fetch: typeof globalThis.fetch;
  /** Every budget the request spends, narrowest first, in the same order everywhere. */
  readonly limiters: readonly RateLimiter[];
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** Sent as a bearer token, and kept out of everything that is thrown or reported. */
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON; absent: no body. */
  readonly body?: unknown;
  /** True when the request changes something at the vendor (a listing by POST does not). */
  readonly write: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly largestAnswerBytes?: number | undefined;
  readonly onRequest?: ((request: { method: string; url: string }) => void) | undefined;
  readonly onExchange?: ((exchange: VendorExchange) => void) | undefined;
}

/** What the vendor, or something in front of it, answered, whatever the status. */
export interface VendorAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; `undefined` when it is not JSON, such as a proxy's page. */
  readonly json: unknown;
  readonly text: string;
}

/**
 * Sends exactly one HTTP request, after its turn in every budget. Never retries, follows no redirection.
 *
 * An abort throws the signal's reason, before anything is sent or while a read is under way. A write under way is
 * not abandoned: its answer (or the timeout) is awaited and handed over as if nothing had been asked, because only
 * that answer says what must not be repeated. The caller stops before its next request.
 *
 * @throws ConnectorError `network` (a read without answer, or nothing was sent), `outcome_unknown` (a write whose
 * answer never came whole), `answer_unreadable` (a read whose answer is too large), `token_refused` (a token that no
 * header can carry).
 */
export async function sendRequest(request: VendorRequest): Promise<VendorAnswer> {
  const { method, url, token, signal, write } = request;
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusableTokenError(request.vendor);
  const answered = await RateLimiter.acquireAll(request.limiters, signal);
  signal?.throwIfAborted();
  request.onRequest?.({ method, url: redact(url, token) });

  const started = performance.now();
  const tell = (answer?: VendorAnswer) =>
    request.onExchange?.(exchangeOf({ ...request, durationMs: performance.now() - started, answer }));
  const timeoutMs = request.timeoutMs ?? REQUEST_TIMEOUT_MS;
  const deadline = abandonAfter(timeoutMs, write ? undefined : signal);
  try {
    const response = await request.fetch(url, { ...initOf(request), signal: deadline.signal });
    answered();
    const answer = await readAnswer(response, request);
    tell(answer);
    return answer;
  } catch (error) {
    tell();
    if (error instanceof ConnectorError) throw error;
    if (!write) signal?.throwIfAborted();
    throw transportError(error, { ...request, timedOutAfterMs: deadline.signal.aborted ? timeoutMs : null });
  } finally {
    answered();
    deadline.clear();
  }
}

function initOf({ method, token, headers, body }: VendorRequest): RequestInit {
  return {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

function abandonAfter(timeoutMs: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abandon = () => controller.abort();
  const timer = setTimeout(abandon, timeoutMs);
  signal?.addEventListener('abort', abandon);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
    },
  };
}

/**
 * Vendors have been seen to quote what they were sent, so a refusal is cleaned before anyone reads it: its JSON once it
 * is parsed, as escapes could hide the token before.
 */
async function readAnswer(response: Response, request: VendorRequest): Promise<VendorAnswer> {
  const { status, headers, ok } = response;
  const { token } = request;
  const body = await readText(response, request);
  if (ok) return { status, headers, json: parseJson(body), text: body };
  const clean = (_key: string, value: unknown) => (typeof value === 'string' ? redact(value, token) : value);
  return { status, headers, json: parseJson(body, clean), text: redact(body, token) };
}

async function readText({ status, body }: Response, request: VendorRequest): Promise<string> {
  const largestBytes = request.largestAnswerBytes ?? LARGEST_ANSWER_BYTES;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Leaving the loop gives up the connection: what is left of the answer is never received.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > largestBytes) throw answerTooLargeError({ ...request, status, largestBytes });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return undefined;
  }
}
