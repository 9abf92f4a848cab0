import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONTROL_PREFIX, pathOf } from '../core/index.ts';
import { oneOf } from './body-checks.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import { invalid, NotionApiError } from './notion-api-error.ts';
import { Access } from './state/access.ts';
import type { Workspace } from './state/workspace.ts';
import { isNotionVersion, type NotionVersion, traitsOf, type VersionTraits } from './versions.ts';

/** What the checks on the way in found out about a request. */
export interface Admission {
  readonly access: Access;
  readonly traits: VersionTraits;
}

/** Checks token, version and rate of every request, in this order, before its path and its body are looked at. */
export class Gate {
  readonly #workspace: Workspace;
  readonly #limits: ConnectionLimits;
  readonly #versions: readonly NotionVersion[];
  readonly #admissions = new WeakMap<FastifyRequest, Admission>();

  constructor(options: {
    workspace: Workspace;
    limits: ConnectionLimits;
    versions: readonly NotionVersion[];
  }) {
    this.#workspace = options.workspace;
    this.#limits = options.limits;
    this.#versions = options.versions;
  }

  install(app: FastifyInstance, refuse: (error: NotionApiError, request: FastifyRequest) => Error): void {
    app.addHook('onRequest', async (request, reply) => {
      if (reply.sent || pathOf(request).startsWith(CONTROL_PREFIX)) return;
      try {
        this.#admissions.set(request, this.#admit(request));
      } catch (error) {
        throw error instanceof NotionApiError ? refuse(error, request) : error;
      }
    });
  }

  /** What is known of a request that passed. */
  admission(request: FastifyRequest): Admission {
    const admission = this.#admissions.get(request);
    if (admission === undefined) throw unauthorized();
    return admission;
  }

  #admit(request: FastifyRequest): Admission {
    const token = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const integration = token === undefined ? undefined : this.#workspace.integrations.get(token);
    if (integration === undefined) throw unauthorized();
    const traits = traitsOf(this.#version(request.headers['notion-version']));
    const waitMs = this.#limits.refuse(integration.token, this.#workspace.now());
    if (waitMs !== null)
      throw rateLimited('public_api_request_rate_limit', Math.max(1, Math.ceil(waitMs / 1000)));
    return { access: new Access(this.#workspace, integration), traits };
  }

  #version(header: string | string[] | undefined): NotionVersion {
    const prefix = 'Notion-Version header failed validation: Notion-Version header should be';
    if (typeof header !== 'string')
      throw new NotionApiError(400, 'missing_version', {
        message: `${prefix} defined, instead was \`undefined\`.`,
      });
    if (isNotionVersion(header, this.#versions)) return header;
    const known = oneOf(this.#versions.map((version) => `\`"${version}"\``));
    throw invalid(`${prefix} ${known}, instead was \`"${header}"\`.`);
  }
}

/** Why a request may be refused for its rate; `public_api_request_blocked` means that the caller must stop. */
export const RATE_LIMIT_REASONS = [
  'public_api_request_rate_limit',
  'public_api_space_request_rate_limit',
  'public_api_endpoint_rate_limit',
  'collection_router_upstream_429',
  'mcp_tool_rate_limit',
  'public_api_request_blocked',
] as const;

/** Why a request was refused for its rate. */
export type RateLimitReason = (typeof RATE_LIMIT_REASONS)[number];

/** 429 `rate_limited`. */
export function rateLimited(reason: RateLimitReason, retryAfterSeconds: number): NotionApiError {
  return new NotionApiError(429, 'rate_limited', {
    message: 'You have been rate limited. Please try again in a few minutes.',
    additionalData: { rate_limit_reason: reason, retry_after: String(retryAfterSeconds) },
    headers: { 'retry-after': String(retryAfterSeconds) },
  });
}

function unauthorized(): NotionApiError {
  return new NotionApiError(401, 'unauthorized', { message: 'API token is invalid.' });
}
