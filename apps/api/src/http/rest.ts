import type { Services } from '@passerelle/contracts';
import { appRouter, type RouterContext } from '@passerelle/contracts/router';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { replyWithError } from './error-reply.ts';
import { explainHttpError } from './explain-http-error.ts';
import { readJsonBodies } from './json-body.ts';
import { linkToNext } from './link-header.ts';
import { logFault } from './log-fault.ts';
import { listProcedures } from './procedures.ts';
import { restInputReader } from './rest-input.ts';
import { exportDeals, sendAllDeals } from './stream-deals.ts';

/** Mounts every procedure of the contract as a native route, at the method and path of its meta. */
export async function rest(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  readJsonBodies(app);
  exportDeals(app, services);
  for (const procedure of listProcedures(appRouter)) {
    const { openapi, envelope, status } = procedure.meta;
    const readInput = restInputReader(procedure);
    app.route({
      method: openapi.method,
      url: openapi.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { envelope },
      handler: async (request, reply) => {
        let input: unknown;
        try {
          input = readInput(request);
          if (procedure.name === 'deals.list' && !Object.hasOwn(Object(input), 'limit')) {
            return sendAllDeals(reply, services, input);
          }
          const answer = await procedure.call(input, callOf(request, reply, services));
          return reply.code(status).send(answer);
        } catch (error) {
          const explained = explainHttpError(error, { requestId: request.id, input });
          logFault(request.log, error, explained);
          return replyWithError(request, reply, { error: explained, envelope });
        }
      },
    });
  }
}

function callOf(request: FastifyRequest, reply: FastifyReply, services: Services): RouterContext {
  return {
    services,
    requestId: request.id,
    get signal() {
      return request.signal;
    },
    nextCursor: (cursor) => void reply.header('link', linkToNext(request.url, cursor)),
  };
}
