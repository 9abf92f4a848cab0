import { createClient } from './generated/api/client/index.ts';
import { Passerelle } from './generated/api/index.ts';

export * from './generated/api/index.ts';

/** Where Passerelle is, and how to get in. */
export interface ConnectOptions {
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Value of `PASSERELLE_API_KEY`; needed unless the server runs on this machine. */
  readonly apiKey?: string;
  /** To be used in place of the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A client of one server, with the resources of the API: `connectPasserelle({ origin }).deals.list()`. Each call answers
 * `{ data, error, response }`: `data` for a success, `error` (the body, its sentence in `error.error`) otherwise; with
 * `throwOnError: true` it throws that body instead.
 */
export function connectPasserelle({ origin, apiKey, fetch }: ConnectOptions): Passerelle {
  const client = createClient({
    baseUrl: `${origin.replace(/\/+$/, '')}/api`,
    ...(apiKey === undefined ? {} : { auth: apiKey }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return new Passerelle({ client });
}
