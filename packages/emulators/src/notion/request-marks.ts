import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONTROL_PREFIX, pathOf, type Random, VendorError } from '../core/index.ts';
import type { NotionApiError } from './notion-api-error.ts';
import { fillFaultBody } from './notion-faults.ts';

/** The id every request gets, and the id of what it made. */
export class RequestMarks {
  /** Not the workspace's, whose ids must not depend on how often somebody asked. */
  readonly #random: Random;
  readonly #marks = new WeakMap<FastifyRequest, { requestId: string; committedId: string | undefined }>();

  constructor(random: Random) {
    this.#random = random;
  }

  of(request: FastifyRequest): { requestId: string; committedId: string | undefined } {
    let mark = this.#marks.get(request);
    if (mark === undefined) {
      mark = { requestId: this.#random.uuid(), committedId: undefined };
      this.#marks.set(request, mark);
    }
    return mark;
  }

  refuse(error: NotionApiError, request: FastifyRequest): VendorError {
    return new VendorError(error.status, error.toBody(this.of(request).requestId), error.headers);
  }

  /** Adds the vendor's headers; comes after the faults, whose bodies it completes. */
  install(app: FastifyInstance): void {
    app.addHook('onSend', async (request, reply, payload) => {
      if (pathOf(request).startsWith(CONTROL_PREFIX)) return payload;
      const mark = this.of(request);
      reply.headers({
        'x-notion-request-id': mark.requestId,
        server: 'cloudflare',
        'cf-ray': `${mark.requestId.replaceAll('-', '').slice(0, 16)}-CDG`,
      });
      return typeof payload === 'string' && reply.statusCode >= 400 ? fillFaultBody(payload, mark) : payload;
    });
  }
}
