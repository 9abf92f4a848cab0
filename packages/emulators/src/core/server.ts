import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from './clock.ts';
import { registerControl } from './control.ts';
import type { FaultScript, NamedFaults } from './faults.ts';
import { Interference } from './interference.ts';
import type { Recorder } from './recorder.ts';
import { type ServerFailure, VendorError } from './vendor-error.ts';

/** What a vendor brings to the server that all emulators share. */
export interface VendorServerOptions {
  readonly clock: Clock;
  readonly faults: FaultScript;
  readonly recorder: Recorder;
  /** Faults that `POST /_control/faults` knows by name. */
  readonly namedFaults: NamedFaults;
  /** Real milliseconds that every vendor request takes at least; 0 when left out. */
  readonly latencyMs?: number | undefined;
  /** The vendor's answer to a failure outside its routes. */
  errorAnswer(failure: ServerFailure, request: FastifyRequest): VendorError;
  /** Applies what `POST /_control/limits` was sent; throws a sentence when it cannot be understood. */
  setLimits(setting: unknown): void;
  /** Bytes; 4 MiB when left out. */
  readonly bodyLimit?: number | undefined;
}

const DEFAULT_BODY_LIMIT = 4 * 2 ** 20;

/** Longer than any address a vendor accepts, so that the vendor's rule answers and not the HTTP parser's. */
const LONGEST_HEAD = 128 * 1024;

/** A server that records, delays and breaks requests as told, with `/_control`; the vendor adds its routes. It does not listen. */
export function createVendorServer(options: VendorServerOptions): FastifyInstance {
  const answer = (failure: ServerFailure, request: FastifyRequest, reply: FastifyReply) =>
    sendError(reply, options.errorAnswer(failure, request));
  const app = Fastify({
    bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    http: { maxHeaderSize: LONGEST_HEAD },
    // The official Airtable client posts to `/{base}/{table}/`.
    routerOptions: { maxParamLength: LONGEST_HEAD, ignoreTrailingSlash: true },
    frameworkErrors: (_error, request, reply) => answer('route-unknown', request, reply),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
    if (text.length === 0) return done(null, undefined);
    try {
      done(null, JSON.parse(text.toString()));
    } catch {
      done(options.errorAnswer('body-not-json', request));
    }
  });
  app.setNotFoundHandler((request, reply) => answer('route-unknown', request, reply));
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof VendorError) return sendError(reply, error);
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    if (!tooLarge) console.error(error);
    return answer(tooLarge ? 'body-too-large' : 'unexpected', request, reply);
  });
  const interference = new Interference(options);
  interference.install(app);
  registerControl(app, { ...options, interference });
  return app;
}

function sendError(reply: FastifyReply, error: VendorError): FastifyReply {
  reply.code(error.status).headers(error.headers);
  if (typeof error.body === 'string') return reply.type('text/plain; charset=utf-8').send(error.body);
  return reply.send(error.body);
}
