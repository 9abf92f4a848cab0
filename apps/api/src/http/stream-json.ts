import type { JsonItems, Streamed } from '@passerelle/contracts';
import type { FastifyReply } from 'fastify';
import { type Chunk, sendChunks } from './send-chunks.ts';

/** Sends an answer as JSON, each batch of its lists as it is read: memory does not grow with them. */
export function sendStreamed<Answer extends object>(
  reply: FastifyReply,
  answer: Streamed<Answer>,
): FastifyReply {
  return sendChunks(reply, 'application/json; charset=utf-8', jsonOf(answer));
}

async function* jsonOf(value: unknown): AsyncGenerator<Chunk> {
  if (isBatches(value)) yield* listOf(value);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* objectOf(value);
  else yield JSON.stringify(value);
}

async function* objectOf(value: object): AsyncGenerator<Chunk> {
  let opening = '{';
  for (const [name, member] of Object.entries(value)) {
    yield `${opening}${JSON.stringify(name)}:`;
    yield* jsonOf(member);
    opening = ',';
  }
  yield opening === '{' ? '{}' : '}';
}

async function* listOf(batches: Batches): AsyncGenerator<Chunk> {
  let separator = '[';
  for await (const items of batches) {
    if (items.length === 0) continue;
    yield separator;
    yield items instanceof Uint8Array ? items : JSON.stringify(items).slice(1, -1);
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

type Batches = AsyncIterable<readonly unknown[] | JsonItems>;

function isBatches(value: unknown): value is Batches {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
