import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failedCheck } from '../body-checks.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Gate } from '../gate.ts';
import { NotionApiError, unknownUrl } from '../notion-api-error.ts';
import type { Services } from '../services.ts';
import type { VersionTraits } from '../versions.ts';
import { dataSourceEndpoints } from './data-sources.ts';
import { databaseEndpoints } from './databases.ts';
import { pageEndpoints } from './pages.ts';
import { propertyItemEndpoint } from './property-items.ts';
import { queryEndpoints } from './queries.ts';
import { searchEndpoint } from './search.ts';
import { userEndpoints } from './users.ts';

const ENDPOINTS: readonly Endpoint[] = [
  ...databaseEndpoints,
  ...dataSourceEndpoints,
  ...queryEndpoints,
  ...pageEndpoints,
  propertyItemEndpoint,
  searchEndpoint,
  ...userEndpoints,
];

/** Serves every endpoint below `/v1`. */
export function registerEndpoints(
  app: FastifyInstance,
  parts: {
    services: Services;
    gate: Gate;
    requestId(request: FastifyRequest): string;
    refuse(error: NotionApiError, request: FastifyRequest): Error;
    onCommitted(request: FastifyRequest, id: string): void;
  },
): void {
  const { services, gate } = parts;
  for (const endpoint of ENDPOINTS)
    app.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
      method: endpoint.method,
      url: `/v1${endpoint.path}`,
      handler: async (request) => {
        try {
          const { access, traits } = gate.admission(request);
          if (!isServed(endpoint, traits)) throw unknownUrl();
          checkQuery(endpoint, request.query);
          const answer = endpoint.handle({
            services,
            workspace: services.workspace,
            access,
            traits,
            author: { id: access.integration.botId, type: 'bot' },
            params: request.params,
            query: request.query,
            body: request.body,
            onCommitted: (id) => parts.onCommitted(request, id),
          });
          return { ...answer, request_id: parts.requestId(request) };
        } catch (error) {
          throw error instanceof NotionApiError ? parts.refuse(error, request) : error;
        }
      },
    });
}

function isServed(endpoint: Endpoint, traits: VersionTraits): boolean {
  if (endpoint.versions === undefined) return true;
  return (endpoint.versions === 'data-sources') === traits.hasDataSources;
}

function checkQuery(endpoint: Endpoint, query: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(query))
    if (endpoint.query?.includes(key.replace(/\[\d*\]$/, '')) !== true)
      throw failedCheck(`query.${key}`, 'not present', value);
}
