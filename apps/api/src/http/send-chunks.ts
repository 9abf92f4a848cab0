import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Text, or bytes that nobody else reads once they are sent. */
export type Chunk = string | Uint8Array;

/**
 * Sends chunks as they come, each once the one before is with the system, and gives the memory of bytes back at once:
 * the collector counts them too late, and a long answer would take tens of megabytes more.
 */
export function sendChunks(reply: FastifyReply, type: string, chunks: AsyncIterable<Chunk>): FastifyReply {
  reply.type(type).hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  sendAll(raw, chunks).catch((error: unknown) => {
    // What was sent cannot be taken back: the answer breaks off, so that nobody takes it for whole.
    if (!raw.destroyed) reply.log.error({ err: error }, 'answer broken off');
    raw.destroy();
  });
  return reply;
}

async function sendAll(raw: ServerResponse, chunks: AsyncIterable<Chunk>): Promise<void> {
  for await (const chunk of chunks) {
    if (!(await isSent(raw, chunk))) return;
    if (typeof chunk !== 'string') release(chunk);
  }
  raw.end();
}

/** False when the client has gone away: that is no fault. It leaves some writes with an error, others without an end. */
function isSent(raw: ServerResponse, chunk: Chunk): Promise<boolean> {
  if (raw.destroyed) return Promise.resolve(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const gone = () => resolve(false);
  raw.once('close', gone);
  raw.write(chunk, (error) => resolve(!error));
  return promise.finally(() => raw.off('close', gone));
}

/** Small buffers share a piece of memory with others. */
function release(bytes: Uint8Array): void {
  const { buffer, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
