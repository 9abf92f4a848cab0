import { matchesRequest, type RequestMatch } from './request-match.ts';

/** One request that reached the vendor, as it came and as it was answered. Headers are not kept: they hold the token. */
export interface RecordedRequest {
  readonly id: number;
  readonly method: string;
  /** Decoded nowhere: exactly as sent, without the query string. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  body: unknown;
  /** `null` while it is being answered, and for good when the connection was dropped. */
  status: number | null;
  /** `performance.now()` on arrival, before any latency or fault. */
  readonly at: number;
}

/** Selects recorded requests: by method, path and status, or by any rule. */
export type RequestFilter =
  | (RequestMatch & { readonly status?: number | undefined })
  | ((request: RecordedRequest) => boolean);

/** Remembers every vendor request, so that tests can count calls, read bodies and check times. */
export class Recorder {
  #requests: RecordedRequest[] = [];
  #nextId = 1;

  /** In order of arrival. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  add(request: Omit<RecordedRequest, 'id' | 'status' | 'body'>): RecordedRequest {
    const recorded: RecordedRequest = { id: this.#nextId++, ...request, body: undefined, status: null };
    this.#requests.push(recorded);
    return recorded;
  }

  select(filter: RequestFilter = {}): RecordedRequest[] {
    if (typeof filter === 'function') return this.#requests.filter(filter);
    return this.#requests.filter(
      (request) =>
        matchesRequest(filter, request) && (filter.status === undefined || filter.status === request.status),
    );
  }

  count(filter: RequestFilter = {}): number {
    return this.select(filter).length;
  }

  clear(): void {
    this.#requests = [];
  }
}
