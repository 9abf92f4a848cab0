/** An answer other than success, in the vendor's own words; thrown anywhere below a route and sent as it is. */
export class VendorError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`the emulated vendor answered ${status}`);
    this.name = 'VendorError';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Failures that happen before a route is reached, which each vendor words in its own way. */
export type ServerFailure = 'route-unknown' | 'body-not-json' | 'body-too-large' | 'unexpected';
