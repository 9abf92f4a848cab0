import { notAllowed, notFound } from '../notion-api-error.ts';
import type { Database, DataSource, Integration, NotionCapability, Page } from './records.ts';
import type { Workspace } from './workspace.ts';

/** What one integration can see and do in the workspace. What it cannot see does not exist for it. */
export class Access {
  readonly integration: Integration;
  readonly #workspace: Workspace;

  constructor(workspace: Workspace, integration: Integration) {
    this.#workspace = workspace;
    this.integration = integration;
  }

  can(capability: NotionCapability): boolean {
    return this.integration.capabilities.has(capability);
  }

  /** Throws 403 where the owner did not allow it. */
  require(capability: NotionCapability): void {
    if (!this.can(capability)) throw notAllowed();
  }

  seesDatabase(database: Database): boolean {
    const { hidden, shared, seesAll } = this.integration;
    if (hidden.has(database.id)) return false;
    if (seesAll || shared.has(database.id)) return true;
    return database.sourceIds.some((id) => shared.has(id) && !hidden.has(id));
  }

  seesSource(source: DataSource): boolean {
    const { hidden, shared, seesAll } = this.integration;
    if (hidden.has(source.id) || hidden.has(source.databaseId)) return false;
    return seesAll || shared.has(source.id) || shared.has(source.databaseId);
  }

  /** Pages inherit from what they live in. */
  seesPage(page: Page): boolean {
    if (this.integration.hidden.has(page.id)) return false;
    if (this.integration.shared.has(page.id)) return true;
    if (page.parent.type === 'data_source') {
      const source = this.#workspace.sources.get(page.parent.sourceId);
      return source !== undefined && this.seesSource(source);
    }
    const parent = this.#workspace.pages.get(page.parent.pageId);
    return parent !== undefined && this.seesPage(parent);
  }

  /** The database, or 404. */
  database(id: string): Database {
    const database = this.#workspace.databases.get(id);
    if (database !== undefined && this.seesDatabase(database)) return database;
    throw notFound('database', id, this.integration.name);
  }

  /** The data source, or 404. */
  source(id: string): DataSource {
    const source = this.#workspace.sources.get(id);
    if (source !== undefined && this.seesSource(source)) return source;
    throw notFound('data_source', id, this.integration.name);
  }

  /** The page, or 404. */
  page(id: string): Page {
    const page = this.#workspace.pages.get(id);
    if (page !== undefined && this.seesPage(page)) return page;
    throw notFound('page', id, this.integration.name);
  }

  /** The data sources of a database this integration may see. */
  visibleSources(database: Database): DataSource[] {
    return this.#workspace.sourcesOf(database).filter((source) => this.seesSource(source));
  }
}
