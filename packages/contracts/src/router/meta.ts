import type { OpenApiMeta } from 'trpc-openapi';
import type { EnvelopeKind } from '../envelopes.ts';
import { REFUSALS, type Refusals } from './refusals.ts';

type OpenApi = NonNullable<OpenApiMeta['openapi']>;

/** What a procedure promises over REST beside its input and output. (trpc-openapi takes no interface here.) */
export type ProcedureMeta = {
  readonly openapi: OpenApi;
  /** Shape of its errors. */
  readonly envelope: EnvelopeKind;
  /** Every status it can refuse with; `openapi.errorResponses` says the same to the generator. */
  readonly refusals: Refusals;
  /** Answers pages, with a `Link` header to the next one. */
  readonly paged: boolean;
  /** Fields of a body that may stand in the address instead. */
  readonly inQuery: readonly string[];
  /** Status of a success. */
  readonly status: SuccessStatus;
  /** Path at which what was begun is found, `{id}` being that of the answer's `data`: sent as `Location`. */
  readonly location: OpenApi['path'] | null;
  /** The procedure that a client asks for instead by `Prefer: respond-async` (RFC 7240), and what it adds to the input. */
  readonly respondAsync: RespondAsync | null;
};

type SuccessStatus = 200 | 201 | 202;

/** See `ProcedureMeta.respondAsync`. */
interface RespondAsync {
  readonly procedure: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A procedure's promise as a router file states it. */
export interface RestPromise {
  readonly method: OpenApi['method'];
  readonly path: OpenApi['path'];
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly envelope: EnvelopeKind;
  readonly successDescription: string;
  /** Statuses beside those every path can answer. */
  readonly refusals?: Refusals;
  readonly paged?: boolean;
  readonly inQuery?: readonly string[];
  /** 200 when absent. */
  readonly status?: SuccessStatus;
  readonly location?: OpenApi['path'];
  readonly respondAsync?: RespondAsync;
}

/** Completes a promise with the statuses that every path, or every path with a body, can answer. */
export function promises(promise: RestPromise): ProcedureMeta {
  const { method, path, summary, description, tag, envelope, successDescription } = promise;
  const takesBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const refusals = { ...REFUSALS.always, ...(takesBody ? REFUSALS.withBody : {}), ...promise.refusals };
  const errorResponses = Object.fromEntries(
    Object.entries(refusals).map(([status, refusal]) => [status, refusal.description]),
  );
  return {
    openapi: { method, path, summary, description, tags: [tag], successDescription, errorResponses },
    envelope,
    refusals,
    paged: promise.paged ?? false,
    inQuery: promise.inQuery ?? [],
    status: promise.status ?? 200,
    location: promise.location ?? null,
    respondAsync: promise.respondAsync ?? null,
  };
}
