import type { FastifyInstance } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts listening on a loopback address only and answers the origin, such as `http://127.0.0.1:4001`. Port 0 picks a free one. */
export async function listenOnLoopback(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<{ origin: string; port: number }> {
  if (!LOOPBACK.has(host))
    throw new RangeError(`an emulator listens on a loopback address only, not on ${host}`);
  const origin = await app.listen({ host, port });
  return { origin, port: Number(new URL(origin).port) };
}
