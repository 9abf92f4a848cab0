/** A refusal in the shape of the API: an HTTP status, a code, a message and, sometimes, further facts. */
export class NotionApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly additionalData: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    details: {
      message: string;
      additionalData?: Readonly<Record<string, string | readonly string[]>> | undefined;
      headers?: Readonly<Record<string, string>> | undefined;
    },
  ) {
    super(details.message);
    this.name = 'NotionApiError';
    this.status = status;
    this.code = code;
    this.additionalData = details.additionalData;
    this.headers = details.headers ?? {};
  }

  /** The JSON body that is sent. */
  toBody(requestId: string): Record<string, unknown> {
    return {
      object: 'error',
      status: this.status,
      code: this.code,
      message: this.message,
      ...(this.additionalData === undefined ? {} : { additional_data: this.additionalData }),
      request_id: requestId,
    };
  }
}

/** 400 `validation_error`. */
export function invalid(message: string): NotionApiError {
  return new NotionApiError(400, 'validation_error', { message });
}

/** 400 `invalid_request_url`. */
export function unknownUrl(): NotionApiError {
  return new NotionApiError(400, 'invalid_request_url', { message: 'Invalid request URL.' });
}

/** 403 `restricted_resource`: a capability is missing. */
export function notAllowed(): NotionApiError {
  return new NotionApiError(403, 'restricted_resource', {
    message: 'Insufficient permissions for this endpoint.',
  });
}

/** 404 `object_not_found`; the API says the same of what does not exist and of what is not shared. */
export function notFound(
  what: 'database' | 'data_source' | 'page' | 'user' | 'property',
  id: string,
  integration: string,
): NotionApiError {
  const plural = what === 'data_source' ? 'data sources' : 'databases';
  return new NotionApiError(404, 'object_not_found', {
    message: `Could not find ${what} with ID: ${id}. Make sure the relevant pages and ${plural} are shared with your integration "${integration}".`,
  });
}
