import {
  type ConnectorError,
  type ConnectorSettings,
  parseAnswer,
  type RateLimiter,
  sendRequest,
  type VendorAnswer,
} from '@passerelle/connector';
import type * as z from 'zod';
import { API_VERSION } from './api-version.ts';
import { budgetOf } from './budget.ts';
import { classifyRefusal } from './classify-refusal.ts';
import type { NotionCall } from './notion-call.ts';
import { toRefusal } from './refusal.ts';

/** Notion gives up after 60 s and then answers 503 or 504, which say more than a connection we closed first. */
const TIMEOUT_MS = 75_000;

/** Sends calls to Notion within the token's budget, and turns every refusal into a `ConnectorError`. */
export class NotionClient {
  readonly #settings: ConnectorSettings;
  readonly #token: string;
  readonly #budget: RateLimiter;

  constructor(settings: ConnectorSettings) {
    this.#settings = settings;
    this.#token = settings.token.trim();
    this.#budget = budgetOf(this.#token, settings.limiters);
  }

  /** What `schema` takes from a successful answer. Sent once: only the engine repeats. */
  async call<Schema extends z.ZodType>(call: NotionCall, schema: Schema): Promise<z.output<Schema>> {
    const answer = await this.#send(call);
    if (answer.status < 200 || answer.status > 299) throw this.#refused(answer, call);
    return parseAnswer(schema, answer, { vendor: 'Notion', write: call.write });
  }

  #send(call: NotionCall): Promise<VendorAnswer> {
    const { apiUrl, fetch, onRequest, onExchange } = this.#settings;
    return sendRequest({
      vendor: 'Notion',
      fetch,
      limiters: [this.#budget],
      method: call.method,
      url: `${apiUrl}${call.path}`,
      token: this.#token,
      headers: { 'notion-version': API_VERSION },
      body: call.body,
      write: call.write,
      signal: call.signal,
      timeoutMs: TIMEOUT_MS,
      onRequest,
      onExchange,
    });
  }

  /** A wait that Notion asks for binds everything that uses the token, not only this call. */
  #refused(answer: VendorAnswer, call: NotionCall): ConnectorError {
    const error = classifyRefusal(toRefusal(answer), call);
    if (error.code === 'rate_limited') this.#budget.pause(error.retryAfterMs ?? 0);
    return error;
  }
}
