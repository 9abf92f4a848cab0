import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process lives. `/readyz`: it takes work; 503 while it starts or stops. */
export async function health(app: FastifyInstance, { isReady }: { isReady: () => boolean }): Promise<void> {
  const config = { open: true };
  app.get('/healthz', { config }, () => ({ status: 'ok' }));
  app.get('/readyz', { config }, (_request, reply) =>
    isReady() ? { status: 'ready' } : reply.code(503).send({ status: 'stopping' }),
  );
}
