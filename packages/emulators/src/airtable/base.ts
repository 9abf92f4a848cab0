import type { Random } from '../core/index.ts';
import { newAirtableId } from './airtable-id.ts';
import type { AirtableField } from './field.ts';
import type { Row } from './row-store.ts';
import { AirtableTable, type TableSeed } from './table.ts';

/** A person of the workspace, as collaborator columns and `whoami` show them. */
export interface AirtableUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Who does something, and by which door; webhooks report both. */
export interface Author {
  readonly user: AirtableUser;
  readonly source: 'publicApi' | 'client';
}

/** A base to begin with. */
export interface BaseSeed {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly tables: readonly TableSeed[];
}

/** What happened to one table in one transaction. */
export interface TableChange {
  readonly table: AirtableTable;
  readonly author: Author;
  readonly created?: readonly Row[];
  readonly changed?: readonly { readonly row: Row; readonly before: Readonly<Record<string, unknown>> }[];
  readonly destroyed?: readonly string[];
  readonly createdFields?: readonly AirtableField[];
  readonly changedFields?: readonly { readonly field: AirtableField; readonly previousName: string }[];
  readonly destroyedFields?: readonly string[];
}

/** The tables of one base, and those who want to hear of their changes. */
export class AirtableBase {
  readonly id: string;
  readonly name: string;
  readonly tables: AirtableTable[];
  readonly random: Random;
  /** How many changes the base has seen. */
  transactionNumber = 0;
  readonly #users: () => readonly AirtableUser[];
  readonly #listeners: ((change: TableChange) => void)[] = [];

  constructor(seed: BaseSeed, { users, random }: { users: () => readonly AirtableUser[]; random: Random }) {
    this.id = seed.id ?? newAirtableId('app', random);
    this.name = seed.name ?? 'Base';
    this.#users = users;
    this.random = random;
    this.tables = seed.tables.map((table) => new AirtableTable(table, random));
  }

  /** Collaborators: everybody a token speaks for, and the person of the application. */
  get users(): readonly AirtableUser[] {
    return this.#users();
  }

  /** The table of that id or name. */
  table(idOrName: string): AirtableTable | undefined {
    return (
      this.tables.find((table) => table.id === idOrName) ??
      this.tables.find((table) => table.name === idOrName)
    );
  }

  onChange(listener: (change: TableChange) => void): void {
    this.#listeners.push(listener);
  }

  announce(change: TableChange): void {
    this.transactionNumber += 1;
    for (const listener of this.#listeners) listener(change);
  }
}
