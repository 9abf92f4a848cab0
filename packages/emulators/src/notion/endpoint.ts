import type { Services } from './services.ts';
import type { Access } from './state/access.ts';
import type { Author } from './state/change.ts';
import type { Workspace } from './state/workspace.ts';
import type { VersionTraits } from './versions.ts';

/** One request that passed the checks every request goes through. */
export interface Call {
  readonly services: Services;
  readonly workspace: Workspace;
  readonly access: Access;
  readonly traits: VersionTraits;
  /** The integration, as the author of what the call changes. */
  readonly author: Author;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Told the id of what the call made, for the 503 that comes after a success. */
  onCommitted(id: string): void;
}

/** One path of the API, as data. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/v1`. */
  readonly path: string;
  /** Versions that know it; all when left out. */
  readonly versions?: 'before-data-sources' | 'data-sources';
  /** Query parameters it takes. */
  readonly query?: readonly string[];
  /** The answer, to which the request id is added. */
  handle(call: Call): Record<string, unknown>;
}
