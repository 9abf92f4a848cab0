import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './error-reply.ts';
import './fastify-config.ts';
import { pathNotFound } from './not-found.ts';

/** What never changes under its name: the builder puts a hash of the content in it. */
const HASHED = '/assets/';
/** First segments of paths that are no page: what is not found there is told in their own envelope. */
const NOT_PAGES = /^\/(api|trpc|assets)(\/|$)/;
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  // The components set sizes and colours in style attributes.
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Serves the built console: its files as they are, compressed beforehand, and its page at every other address. */
export async function consolePages(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, open: true };
  });
  await app.register(fastifyStatic, {
    root: folder,
    // A route per file of the build, so that every other address is a page.
    wildcard: false,
    globIgnore: ['index.html', '**/*.{br,gz}'],
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(folder, HASHED));
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', (request, reply) => {
    const path = pathOf(request.url);
    if (NOT_PAGES.test(path)) throw pathNotFound(request.method, path);
    reply.header('content-security-policy', POLICY).header('referrer-policy', 'no-referrer');
    return reply.sendFile('index.html');
  });
}
