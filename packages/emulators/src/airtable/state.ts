import type { Clock, Random } from '../core/index.ts';
import type { AirtableTokenGrant, TokenRegistry } from './access.ts';
import { AirtableTableHandle } from './airtable-table-handle.ts';
import { AirtableBase, type AirtableUser, type BaseSeed } from './base.ts';
import type { Listings } from './listing.ts';

/** The person who changes things directly, in the application, when a test does so through the state. */
const PERSON: AirtableUser = {
  id: 'usrPersonne00000A',
  email: 'personne@example.org',
  name: 'Camille Personne',
};

/** Everything the emulated vendor knows, open to direct changes from the process that runs it. */
export class AirtableState {
  readonly #bases = new Map<string, AirtableBase>();
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #listings: Listings;
  readonly #tokens: TokenRegistry;

  constructor(parts: { clock: Clock; random: Random; listings: Listings; tokens: TokenRegistry }) {
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#listings = parts.listings;
    this.#tokens = parts.tokens;
  }

  get bases(): readonly AirtableBase[] {
    return [...this.#bases.values()];
  }

  base(id: string): AirtableBase | undefined {
    return this.#bases.get(id);
  }

  addBase(seed: BaseSeed): AirtableBase {
    const users = () => [PERSON, ...this.#tokens.users];
    const base = new AirtableBase(seed, { users, random: this.#random });
    this.#bases.set(base.id, base);
    for (const table of seed.tables) {
      if (table.records !== undefined) this.table(table.name, base.id).addRecords(table.records);
    }
    return base;
  }

  /** As when a base is deleted, or no longer shared with anyone. */
  removeBase(id: string): void {
    this.#bases.delete(id);
  }

  /** The table of that name or id, in the base named or in the first that has one. */
  table(nameOrId: string, baseId?: string): AirtableTableHandle {
    for (const base of this.#bases.values()) {
      if (baseId !== undefined && base.id !== baseId) continue;
      const table = base.table(nameOrId);
      if (table !== undefined)
        return new AirtableTableHandle({ base, table }, { clock: this.#clock, user: PERSON });
    }
    throw new RangeError(`no table ${nameOrId}`);
  }

  /** Makes a token known, or changes what it opens. */
  setToken(token: string, grant: AirtableTokenGrant): void {
    this.#tokens.set(token, grant);
  }

  revokeToken(token: string): void {
    this.#tokens.revoke(token);
  }

  /** As when Airtable restarts: every listing in progress must begin again. */
  forgetIterators(): void {
    this.#listings.forget();
  }
}
