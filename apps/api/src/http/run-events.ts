import { Readable } from 'node:stream';
import { RunEventsInput, type Services } from '@passerelle/contracts';
import type { FastifyInstance } from 'fastify';
import { parseInput } from './parse-input.ts';
import { queryReader } from './rest-input.ts';

/** How long a client waits before it connects again. */
const RETRY_MS = 2_000;

/** Mounts the progress of a run as server-sent events, which go on behind `Last-Event-ID`. */
export function runEvents(app: FastifyInstance, services: Services): void {
  const readPath = queryReader(RunEventsInput.shape);
  app.get('/sync/runs/:id/events', { config: { envelope: 'sync' } }, async (request, reply) => {
    const { 'last-event-id': lastEventId } = request.headers;
    const input = parseInput(RunEventsInput, {
      ...Object(readPath(request.params)),
      ...(lastEventId === undefined ? {} : { lastEventId }),
    });
    // Refused as any call is, before the stream begins.
    await services.runs.get(
      { id: input.id },
      { requestId: request.id, signal: request.signal, nextCursor: () => {} },
    );
    const events = services.runs.events(input, { signal: request.signal });
    reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return reply.type('text/event-stream; charset=utf-8').send(Readable.from(textOf(events)));
  });
}

async function* textOf(events: ReturnType<Services['runs']['events']>): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  for await (const { eventId, run } of events) {
    yield `id: ${eventId}\nevent: run\ndata: ${JSON.stringify(run)}\n\n`;
  }
  yield 'event: end\ndata: {}\n\n';
}
