import { randomUUID } from 'node:crypto';
import { ContractError, NOT_READY_MESSAGE, type Services } from '@passerelle/contracts';
import { MAX_BODY_BYTES } from '@passerelle/contracts/router';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { type Access, guardAccess } from './access.ts';
import { consolePages } from './http/console.ts';
import { docs } from './http/docs.ts';
import { pathOf, replyWithError } from './http/error-reply.ts';
import { explainHttpError } from './http/explain-http-error.ts';
import './http/fastify-config.ts';
import { health } from './http/health.ts';
import { logFault } from './http/log-fault.ts';
import { envelopeOf, pathNotFound } from './http/not-found.ts';
import { rest } from './http/rest.ts';
import { trpc } from './http/trpc.ts';
import { replyToUnparsed } from './http/unparsed-request.ts';
import { upload } from './http/upload.ts';
import type { LogOptions } from './log.ts';

/** What an application is made of. */
export interface AppParts {
  readonly services: Services;
  readonly access: Access;
  /** Where the built console is; not served when absent. */
  readonly consoleFolder?: string | null;
  /** Where and how much it logs; nothing when absent. */
  readonly log?: LogOptions;
  /** False while it starts or stops: every call but health is then answered 503. */
  readonly isReady?: () => boolean;
}

/** Longest path parameter matched: longer than any URL, so that a wrong one is named, not « not found ». */
const MAX_PARAM_LENGTH = 100_000;

/** Builds the application from its parts. It does not listen. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: parts.log ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, ignoreTrailingSlash: true },
    frameworkErrors: replyToFailure,
    clientErrorHandler: replyToUnparsed,
    // Our own hook answers 503, in the envelope.
    return503OnClosing: false,
  });
  app.setErrorHandler(replyToFailure);
  app.setNotFoundHandler((request) => {
    throw pathNotFound(request.method, pathOf(request.url));
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    done();
  });
  if (parts.log) app.addHook('onResponse', logAnswer);
  guardAccess(app, parts.access);
  const isReady = parts.isReady ?? (() => true);
  refuseWhileNotReady(app, isReady);
  await app.register(health, { isReady });
  await app.register(docs);
  await app.register(rest, { prefix: '/api', services: parts.services });
  await app.register(upload, { prefix: '/api', services: parts.services });
  await app.register(trpc, { prefix: '/trpc', services: parts.services });
  if (parts.consoleFolder) await app.register(consolePages, { folder: parts.consoleFolder });
  return app;
}

function refuseWhileNotReady(app: FastifyInstance, isReady: () => boolean): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (isReady() || request.routeOptions.config.open) done();
    else done(new ContractError('not_ready', NOT_READY_MESSAGE));
  });
}

async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, url } = request;
  const durationMs = Math.round(reply.elapsedTime);
  request.log.info({ method, path: pathOf(url), status: reply.statusCode, durationMs }, 'answered');
}

function replyToFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const explained = explainHttpError(error, { requestId: request.id, input: undefined });
  logFault(request.log, error, explained);
  const envelope = request.routeOptions?.config?.envelope ?? envelopeOf(request.url);
  return replyWithError(request, reply, { error: explained, envelope });
}
