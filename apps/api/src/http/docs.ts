import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../openapi/document.ts';

/** Serves the contract's description: `/api/openapi.json` for tools, `/api/docs` for people, both without any network. */
export async function docs(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, open: true };
  });
  const document = openApiDocument();
  app.get('/api/openapi.json', () => document);
  // The page only hands the document to the browser, but its types know OpenAPI 3.0 alone.
  const specification = { document: document as unknown as StaticDocumentSpec['document'] };
  await app.register(swagger, { mode: 'static', specification });
  // The page writes its own links from `routePrefix`: it knows nothing of a prefix around it.
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Passerelle, API' },
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true, persistAuthorization: false },
    staticCSP: {
      'default-src': "'self'",
      'img-src': ["'self'", 'data:'],
      'style-src': ["'self'", "'unsafe-inline'"],
      'frame-ancestors': "'none'",
    },
  });
}
