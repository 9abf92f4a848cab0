import type { Services } from '@passerelle/contracts';
import { appRouter, type ProcedureMeta, type RouterContext } from '@passerelle/contracts/router';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { replyWithError } from './error-reply.ts';
import { explainHttpError } from './explain-http-error.ts';
import { exportDeals } from './export-deals.ts';
import { readJsonBodies } from './json-body.ts';
import { linkToNext } from './link-header.ts';
import { logFault } from './log-fault.ts';
import { listProcedures } from './procedures.ts';
import { restInputReader } from './rest-input.ts';
import { runEvents } from './run-events.ts';
import { streamedAnswer } from './streamed-answers.ts';

/** Mounts every procedure of the contract as a native route, at the method and path of its meta. */
export async function rest(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  readJsonBodies(app);
  exportDeals(app, services);
  runEvents(app, services);
  const procedures = new Map(listProcedures(appRouter).map((procedure) => [procedure.name, procedure]));
  for (const procedure of procedures.values()) {
    const { openapi, envelope, respondAsync } = procedure.meta;
    const readInput = restInputReader(procedure);
    const asynchronous = respondAsync && procedures.get(respondAsync.procedure);
    app.route({
      method: openapi.method,
      url: openapi.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { envelope },
      handler: async (request, reply) => {
        let input: unknown;
        try {
          input = readInput(request);
          const sendStreamed = streamedAnswer(procedure.name, input);
          if (sendStreamed) return await sendStreamed(reply, services, input);
          const call = callOf(request, reply, services);
          if (asynchronous && prefersAsync(request)) {
            reply.header('preference-applied', 'respond-async');
            const answer = await asynchronous.call({ ...Object(input), ...respondAsync.input }, call);
            return sendAnswer(reply, asynchronous.meta, answer);
          }
          return sendAnswer(reply, procedure.meta, await procedure.call(input, call));
        } catch (error) {
          const explained = explainHttpError(error, { requestId: request.id, input });
          logFault(request.log, error, explained);
          return replyWithError(request, reply, { error: explained, envelope });
        }
      },
    });
  }
}

function sendAnswer(reply: FastifyReply, { status, location }: ProcedureMeta, answer: unknown): FastifyReply {
  if (location !== null) {
    const { data } = answer as { data: { id: number } };
    reply.header('location', `/api${location.replace('{id}', String(data.id))}`);
  }
  return reply.code(status).send(answer);
}

/** Whether the client asks not to wait for the end (RFC 7240). */
function prefersAsync({ headers }: FastifyRequest): boolean {
  return [headers.prefer ?? []].flat().some((value) => /(?:^|,)\s*respond-async\s*(?:[;,]|$)/i.test(value));
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
