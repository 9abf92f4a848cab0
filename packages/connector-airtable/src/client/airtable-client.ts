import {
  type ConnectorError,
  type ConnectorSettings,
  parseAnswer,
  type RateLimiter,
  sendRequest,
} from '@passerelle/connector';
import type * as z from 'zod';
import type { AirtableCall } from './airtable-call.ts';
import { budgetsOf } from './budgets.ts';
import { classifyRefusal } from './classify-refusal.ts';
import { toRefusal } from './refusal.ts';

/** Times that tests shorten. */
export interface AirtableTimes {
  /** How long to stay away after too many calls. */
  readonly lockOutMs: () => number;
  readonly timeoutMs?: number | undefined;
}

/** Sends calls to Airtable within the budgets, and turns every refusal into a `ConnectorError`. */
export class AirtableClient {
  readonly #settings: ConnectorSettings;
  readonly #token: string;
  readonly #times: AirtableTimes;

  constructor(settings: ConnectorSettings, times: AirtableTimes) {
    this.#settings = settings;
    this.#token = settings.token.trim();
    this.#times = times;
  }

  /** What `schema` takes from a successful answer. Sent once: only the engine repeats. */
  async call<Schema extends z.ZodType>(call: AirtableCall, schema: Schema): Promise<z.output<Schema>> {
    const { apiUrl, fetch, onRequest, onExchange, limiters: pool } = this.#settings;
    const limiters = budgetsOf({ pool, token: this.#token }, call.baseId);
    const answer = await sendRequest({
      vendor: 'Airtable',
      fetch,
      limiters,
      method: call.method,
      url: `${apiUrl}${call.path}`,
      token: this.#token,
      body: call.body,
      write: call.write,
      signal: call.signal,
      timeoutMs: this.#times.timeoutMs,
      onRequest,
      onExchange,
    });
    if (answer.status < 200 || answer.status > 299) {
      const error = classifyRefusal(toRefusal(answer), call, this.#times.lockOutMs());
      stayAway(limiters, error);
      throw error;
    }
    return parseAnswer(schema, answer, { vendor: 'Airtable', write: call.write });
  }
}

/** A lock-out binds everything that calls the base, not only this call. */
function stayAway([narrowest]: readonly RateLimiter[], error: ConnectorError): void {
  if (error.code === 'rate_limited') narrowest?.pause(error.retryAfterMs ?? 0);
}
