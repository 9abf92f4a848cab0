import { normalizeNotionId } from '../notion-id.ts';
import { type SourceProperty, TITLE_ID } from '../schema/property.ts';
import { addProperty } from '../schema/property-from-seed.ts';
import type { PropertySeed, SchemaSeed } from '../schema/property-seed.ts';
import type { Author } from './change.ts';
import { DataSourceHandle } from './data-source-handle.ts';
import { type DataSource, type Integration, NOTION_CAPABILITIES } from './records.ts';
import type { DatabaseSeed, PersonSeed, TokenGrant } from './seeds.ts';
import { createDatabase, createSource } from './source-changes.ts';
import type { Workspace } from './workspace.ts';

/** The emulated workspace in the hands of the process that runs it: direct changes, as people make them in the app. */
export class NotionState {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Every data source, in the order of creation. */
  get dataSources(): readonly DataSourceHandle[] {
    return [...this.#workspace.sources.values()].map(
      (source) => new DataSourceHandle(this.#workspace, source),
    );
  }

  /** The data source of that id or name, or the first one of the database of that id. */
  dataSource(nameOrId: string): DataSourceHandle {
    const id = normalizeNotionId(nameOrId) ?? nameOrId;
    for (const source of this.#workspace.sources.values())
      if (source.id === id || source.name === nameOrId || source.databaseId === id)
        return new DataSourceHandle(this.#workspace, source);
    throw new RangeError(`there is no data source ${nameOrId}`);
  }

  /** Adds databases whose relations may lead from any to any of them. */
  addDatabases(...seeds: readonly DatabaseSeed[]): void {
    const author: Author = { id: this.#workspace.ownerId, type: 'person' };
    const made: { source: DataSource; properties: SchemaSeed; rows: Iterable<object> }[] = [];
    for (const seed of seeds) {
      const database = createDatabase(this.#workspace, {
        title: seed.title,
        id: seed.id === undefined ? undefined : requireId(seed.id),
        author,
      });
      for (const { id, name, properties, rows } of seed.dataSources) {
        const source = createSource(this.#workspace, {
          database,
          name: name ?? seed.title,
          id: id === undefined ? undefined : requireId(id),
          author,
        });
        made.push({ source, properties, rows: rows ?? [] });
      }
    }
    for (const kind of ['plain', 'relation', 'rollup'] as const)
      for (const { source, properties } of made) this.#addColumns(source, properties, kind);
    for (const { source, properties } of made) orderColumns(source, properties);
    for (const { source, rows } of made) {
      const handle = new DataSourceHandle(this.#workspace, source);
      for (const row of rows) handle.addRow({ ...row });
    }
  }

  /** Adds a member of the workspace and answers the id. */
  addPerson(seed: PersonSeed): string {
    const id = seed.id === undefined ? this.#workspace.newId() : requireId(seed.id);
    this.#workspace.people.set(id, { id, name: seed.name, email: seed.email ?? null });
    return id;
  }

  /** Makes a token known, or changes what it opens. */
  setToken(token: string, grant: TokenGrant = {}): void {
    const known = this.#workspace.integrations.get(token);
    const shared = grant.shared ?? 'all';
    const integration: Integration = {
      token,
      name: grant.name ?? known?.name ?? 'Emulated integration',
      id: known?.id ?? this.#workspace.newId(),
      botId: known?.botId ?? this.#workspace.newId(),
      capabilities: new Set(grant.capabilities ?? NOTION_CAPABILITIES),
      seesAll: shared === 'all',
      shared: new Set(shared === 'all' ? [] : shared.map(requireId)),
      hidden: new Set(),
    };
    this.#workspace.integrations.set(token, integration);
  }

  /** From now on the token gets 401. */
  revokeToken(token: string): void {
    this.#workspace.integrations.delete(token);
  }

  /** The user a token acts as, as it stands in `created_by`. */
  botId(token: string): string {
    const integration = this.#workspace.integrations.get(token);
    if (integration === undefined) throw new RangeError('there is no such token');
    return integration.botId;
  }

  /** Takes a database, data source or page away from a token, or from all of them: 404 from now on. */
  unshare(id: string, token?: string): void {
    for (const integration of this.#integrations(token))
      for (const one of this.#withOnlyParent(requireId(id))) {
        integration.shared.delete(one);
        integration.hidden.add(one);
      }
  }

  /** Connects a database, data source or page to a token, or to all of them. */
  share(id: string, token?: string): void {
    for (const integration of this.#integrations(token))
      for (const one of this.#withOnlyParent(requireId(id))) {
        integration.hidden.delete(one);
        integration.shared.add(one);
      }
  }

  /** How long a write stays invisible to queries and search. */
  setIndexLag(ms: number): void {
    this.#workspace.indexLagMs = ms;
  }

  #integrations(token: string | undefined): Integration[] {
    const all = [...this.#workspace.integrations.values()];
    return token === undefined ? all : all.filter((integration) => integration.token === token);
  }

  /** A database is shared by its only data source and the other way round. */
  #withOnlyParent(id: string): string[] {
    const source = this.#workspace.sources.get(id);
    const database = source && this.#workspace.databases.get(source.databaseId);
    return database?.sourceIds.length === 1 ? [id, database.id] : [id];
  }

  #addColumns(source: DataSource, properties: SchemaSeed, kind: 'plain' | 'relation' | 'rollup'): void {
    const entries = Object.entries(properties);
    const hasTitle = entries.some(([, seed]) => typeOf(seed) === 'title');
    if (kind === 'plain' && !hasTitle) addProperty(this.#workspace, source, { name: 'Name', seed: 'title' });
    for (const [name, seed] of entries) {
      const type = typeOf(seed);
      if ((type === 'relation' || type === 'rollup' ? type : 'plain') === kind)
        addProperty(this.#workspace, source, { name, seed });
    }
  }
}

function typeOf(seed: PropertySeed): string {
  return typeof seed === 'string' ? seed : seed.type;
}

function requireId(text: string): string {
  const id = normalizeNotionId(text);
  if (id === null) throw new RangeError(`${text} is not a Notion id: 32 hexadecimal digits`);
  return id;
}

/** Columns stand in the order in which they were stated, whatever order they were made in. */
function orderColumns(source: DataSource, stated: SchemaSeed): void {
  const names = Object.keys(stated);
  const place = ({ id, name }: SourceProperty) => {
    const stated = names.indexOf(name);
    if (stated >= 0) return stated;
    return id === TITLE_ID ? -1 : names.length;
  };
  const ordered = [...source.properties.values()].toSorted((left, right) => place(left) - place(right));
  source.properties.clear();
  for (const property of ordered) source.properties.set(property.id, property);
}
