import type { Services } from '@passerelle/contracts';
import { type AppRouter, appRouter, explainError, type RouterContext } from '@passerelle/contracts/router';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { ERROR_STATUS } from '../error-status.ts';
import { explainHttpError } from './explain-http-error.ts';
import { logFault } from './log-fault.ts';

/** JSON-RPC's number for a request that was refused, as tRPC's clients expect one. */
const INVALID_REQUEST = -32600;

/** Serves the contract to tRPC clients, with the sentences and statuses of REST. */
export async function trpc(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    const explained = explainHttpError(error, { requestId: request.id, input: undefined });
    logFault(request.log, error, explained);
    const { code, message, faults } = explained;
    const data = { code, faults, requestId: request.id, path: null };
    return reply.code(ERROR_STATUS[code].status).send({ error: { code: INVALID_REQUEST, message, data } });
  });
  await app.register(fastifyTRPCPlugin, { trpcOptions: optionsFor(services) });
}

function optionsFor(services: Services): FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] {
  return {
    router: appRouter,
    createContext: ({ req, info }): RouterContext => ({
      services,
      requestId: req.id,
      signal: info.signal,
      nextCursor: () => {},
    }),
    responseMeta: ({ errors, info }) => {
      const [error] = errors;
      if (error === undefined || info?.isBatchCall) return {};
      return { status: ERROR_STATUS[explainError(error, NOBODY).code].status };
    },
    onError: ({ error, req, input }) => {
      logFault(req.log, error.cause ?? error, explainError(error, { requestId: req.id, input }));
    },
  };
}

/** Only the code of an explanation is wanted, which depends on no call. */
const NOBODY = { requestId: null, input: undefined };
