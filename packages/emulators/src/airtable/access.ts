import type { Random } from '../core/index.ts';
import { airtableError, forbidden, noAccess } from './airtable-error.ts';
import { newAirtableId } from './airtable-id.ts';
import type { AirtableUser } from './base.ts';

/** The scopes a sync may need; a token has all of them unless told otherwise. */
export const ALL_SCOPES = [
  'data.records:read',
  'data.records:write',
  'schema.bases:read',
  'schema.bases:write',
  'webhook:manage',
  'user.email:read',
] as const;
export type Scope = (typeof ALL_SCOPES)[number];

/** What the owner of a token may do in its bases: `create` everything, `edit` records but not options or columns, `read` look. */
export type PermissionLevel = 'read' | 'edit' | 'create';

/** What a token opens. */
export interface AirtableTokenGrant {
  readonly bases: 'all' | readonly string[];
  readonly scopes?: readonly Scope[] | undefined;
  readonly permissionLevel?: PermissionLevel | undefined;
  /** Tokens of the same user share one limit; a user of its own is made when left out. */
  readonly user?: AirtableUser | undefined;
}

/** A token that was recognised. */
export interface Actor {
  readonly user: AirtableUser;
  readonly scopes: readonly Scope[];
  readonly permissionLevel: PermissionLevel;
  readonly bases: 'all' | readonly string[];
}

/** The tokens that exist, and who they speak for. They can be changed while the emulator runs. */
export class TokenRegistry {
  readonly #actors = new Map<string, Actor>();
  readonly #random: Random;

  constructor(tokens: Readonly<Record<string, AirtableTokenGrant>>, random: Random) {
    this.#random = random;
    for (const [token, grant] of Object.entries(tokens)) this.set(token, grant);
  }

  set(token: string, grant: AirtableTokenGrant): void {
    const number = this.#actors.size + 1;
    this.#actors.set(token, {
      user: grant.user ?? {
        id: newAirtableId('usr', this.#random),
        email: `user${number}@example.org`,
        name: `Utilisateur ${number}`,
      },
      scopes: grant.scopes ?? ALL_SCOPES,
      permissionLevel: grant.permissionLevel ?? 'create',
      bases: grant.bases,
    });
  }

  revoke(token: string): void {
    this.#actors.delete(token);
  }

  get users(): AirtableUser[] {
    const users = [...this.#actors.values()].map((actor) => actor.user);
    return users.filter((user, index) => users.findIndex(({ id }) => id === user.id) === index);
  }

  /** The bearer of an `Authorization` header; throws the 401 of a token that is missing or unknown. */
  authenticate(header: string | undefined): Actor {
    const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) throw airtableError(401, 'AUTHENTICATION_REQUIRED', 'Authentication required');
    const actor = this.#actors.get(token);
    if (actor === undefined) throw airtableError(401, 'UNAUTHORIZED', 'Invalid authentication token');
    return actor;
  }
}

/** True when the token was given the base. */
export function opens(actor: Actor, baseId: string): boolean {
  return actor.bases === 'all' || actor.bases.includes(baseId);
}

/** A missing scope looks like a missing base. */
export function requireScope(actor: Actor, scope: Scope): void {
  if (!actor.scopes.includes(scope)) throw noAccess();
}

const LEVELS: readonly PermissionLevel[] = ['read', 'edit', 'create'];

/** Throws the 403 that says what the user of the token may not do. */
export function requireLevel(actor: Actor, level: PermissionLevel, what = 'perform this operation'): void {
  if (LEVELS.indexOf(actor.permissionLevel) < LEVELS.indexOf(level)) throw forbidden(what);
}
