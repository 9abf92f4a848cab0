import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultScript } from './faults.ts';
import type { RecordedRequest, Recorder } from './recorder.ts';

/** Paths under this belong to the person steering the emulator: not recorded, not limited, never broken. */
export const CONTROL_PREFIX = '/_control';

/** What stands between the wire and the vendor's routes: recording, latency and faults. */
export class Interference {
  /** Real milliseconds added to every vendor request. */
  latencyMs: number;
  readonly #faults: FaultScript;
  readonly #recorder: Recorder;
  readonly #recorded = new WeakMap<FastifyRequest, RecordedRequest>();
  /** Requests whose answer is a fault's already, which no second fault may change. */
  readonly #broken = new WeakSet<FastifyRequest>();

  constructor(options: { faults: FaultScript; recorder: Recorder; latencyMs?: number | undefined }) {
    this.#faults = options.faults;
    this.#recorder = options.recorder;
    this.latencyMs = options.latencyMs ?? 0;
  }

  install(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply) => this.#arrive(request, reply));
    app.addHook('preValidation', async (request) => {
      const recorded = this.#recorded.get(request);
      if (recorded !== undefined) recorded.body = request.body;
    });
    app.addHook('onSend', (request, reply, payload) => this.#leave(request, reply, payload));
  }

  async #arrive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const at = performance.now();
    const path = pathOf(request);
    if (path.startsWith(CONTROL_PREFIX)) return undefined;
    const query = request.query as Record<string, unknown>;
    const recorded = this.#recorder.add({ method: request.method, path, query, at });
    this.#recorded.set(request, recorded);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    const fault = this.#faults.take('before', recorded);
    if (fault === null) return undefined;
    await strike(fault);
    if (fault.kind === 'drop') {
      request.raw.socket.destroy();
      return reply.hijack();
    }
    if (fault.kind !== 'answer') return undefined;
    this.#broken.add(request);
    return reply.send(replace(fault, reply));
  }

  async #leave(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const recorded = this.#recorded.get(request);
    if (recorded === undefined) return payload;
    if (reply.statusCode < 400 && !this.#broken.has(request)) {
      const fault = this.#faults.take('after', recorded);
      if (fault !== null) {
        await strike(fault);
        if (fault.kind === 'drop') {
          request.raw.socket.destroy();
          return payload;
        }
        if (fault.kind === 'answer') {
          const body = replace(fault, reply);
          recorded.status = reply.statusCode;
          return body;
        }
      }
    }
    recorded.status = reply.statusCode;
    return payload;
  }
}

async function strike(fault: Fault): Promise<void> {
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  fault.run?.();
}

/** Puts the fault's status and headers on the answer and returns its body. */
function replace(fault: Fault, reply: FastifyReply): string {
  const isText = typeof fault.body === 'string';
  const type = fault.contentType ?? (isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
  // Known only now: the length of the answer that is being replaced is of no use.
  reply.removeHeader('content-length');
  reply
    .code(fault.status ?? 500)
    .headers({ ...fault.headers })
    .type(type);
  if (fault.body === undefined) return '';
  return typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body);
}

/** The path as sent, without query string. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
