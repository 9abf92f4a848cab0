import type { FastifyRequest } from 'fastify';
import type { Clock } from '../core/index.ts';
import { type Actor, opens, requireScope, type Scope, type TokenRegistry } from './access.ts';
import { airtableError, noAccess, notFound } from './airtable-error.ts';
import { isAirtableId } from './airtable-id.ts';
import type { AirtableLimiter } from './airtable-limits.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableBehaviour } from './behaviour.ts';
import type { TableRequest } from './record-writes.ts';
import type { AirtableState } from './state.ts';

/** Longest address taken, host included. */
const MAX_URL_LENGTH = 16_000;

interface GateParts {
  readonly clock: Clock;
  readonly tokens: TokenRegistry;
  readonly limiter: AirtableLimiter;
  readonly state: AirtableState;
  readonly behaviour: AirtableBehaviour;
}

/** What every request passes before its route: length, token, limits; and how a route finds what it is about. */
export class Gate {
  readonly #parts: GateParts;
  readonly #actors = new WeakMap<FastifyRequest, Actor>();

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** Throws the 413, 401 or 429 that the request gets before anything is looked at. */
  admit(request: FastifyRequest): void {
    if (`http://${request.host}${request.url}`.length > MAX_URL_LENGTH) {
      throw airtableError(413, 'REQUEST_TOO_LARGE', `The URL is longer than ${MAX_URL_LENGTH} characters`);
    }
    const actor = this.#parts.tokens.authenticate(request.headers.authorization);
    this.#actors.set(request, actor);
    const refusal = this.#parts.limiter.refusal({
      now: this.#parts.clock.now(),
      userId: actor.user.id,
      baseId: parameter(request, 'baseId'),
      isData: !request.url.startsWith('/v0/meta/'),
    });
    if (refusal !== null) throw refusal;
  }

  actor(request: FastifyRequest): Actor {
    return this.#actors.get(request) ?? this.#parts.tokens.authenticate(request.headers.authorization);
  }

  /** The base of the path, when the token has the scope and the base. */
  base(request: FastifyRequest, scope: Scope): AirtableBase {
    const actor = this.actor(request);
    const baseId = parameter(request, 'baseId') ?? '';
    if (!isAirtableId('app', baseId)) throw notFound();
    requireScope(actor, scope);
    const base = this.#parts.state.base(baseId);
    if (base === undefined || !opens(actor, baseId)) throw noAccess();
    return base;
  }

  /** The table of the path, under the same conditions. */
  table(request: FastifyRequest, scope: Scope): TableRequest {
    const base = this.base(request, scope);
    const table = base.table(parameter(request, 'table') ?? '');
    if (table === undefined) throw noAccess();
    const { clock, behaviour } = this.#parts;
    return { base, table, behaviour, actor: this.actor(request), now: clock.now() };
  }
}

/** A part of the path, decoded. */
export function parameter(request: FastifyRequest, name: string): string | undefined {
  return (request.params as Readonly<Record<string, string | undefined>>)[name];
}
