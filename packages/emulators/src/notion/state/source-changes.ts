import type { SourceProperty } from '../schema/property.ts';
import type { Author, PropertyChange } from './change.ts';
import type { Database, DataSource } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Makes an empty database, without any data source yet. */
export function createDatabase(
  workspace: Workspace,
  database: { title: string; id?: string | undefined; author: Author },
): Database {
  const now = workspace.now();
  const created: Database = {
    id: database.id ?? workspace.newId(),
    title: database.title,
    description: '',
    sourceIds: [],
    isInline: false,
    isLocked: false,
    inTrash: false,
    icon: null,
    cover: null,
    createdMs: now,
    editedMs: now,
  };
  workspace.databases.set(created.id, created);
  workspace.onChange({ kind: 'database.created', database: created, author: database.author });
  return created;
}

/** Adds a data source without columns to a database. */
export function createSource(
  workspace: Workspace,
  source: { database: Database; name: string; id?: string | undefined; author: Author },
): DataSource {
  const now = workspace.now();
  const created: DataSource = {
    id: source.id ?? workspace.newId(),
    databaseId: source.database.id,
    name: source.name,
    description: '',
    icon: null,
    properties: new Map(),
    rows: [],
    isInCreationOrder: true,
    revision: 0,
    nextUniqueNumber: 1,
    createdMs: now,
    editedMs: now,
    inTrash: false,
  };
  workspace.sources.set(created.id, created);
  source.database.sourceIds.push(created.id);
  workspace.onChange({ kind: 'data_source.created', source: created, author: source.author });
  return created;
}

/** Sets or removes columns, as one change of the schema. `null` removes. */
export function changeProperties(
  workspace: Workspace,
  source: DataSource,
  { changes, author }: { changes: ReadonlyMap<string, SourceProperty | null>; author: Author },
): void {
  const told: PropertyChange[] = [];
  for (const [id, property] of changes) {
    const before = source.properties.get(id);
    if (property === null) {
      source.properties.delete(id);
      told.push({ id, name: before?.name ?? null, action: 'deleted' });
    } else {
      source.properties.set(id, property);
      told.push({ id, name: property.name, action: before === undefined ? 'created' : 'updated' });
    }
  }
  source.revision += 1;
  source.editedMs = workspace.now();
  workspace.onChange({ kind: 'data_source.schema_updated', source, properties: told, author });
}

/** Puts a data source in the trash or takes it out. */
export function trashSource(
  workspace: Workspace,
  source: DataSource,
  { inTrash, author }: { inTrash: boolean; author: Author },
): void {
  if (source.inTrash === inTrash) return;
  source.inTrash = inTrash;
  source.editedMs = workspace.now();
  workspace.onChange({ kind: inTrash ? 'data_source.deleted' : 'data_source.undeleted', source, author });
}

/** Puts a database with its data sources in the trash or takes it out. */
export function trashDatabase(
  workspace: Workspace,
  database: Database,
  { inTrash, author }: { inTrash: boolean; author: Author },
): void {
  if (database.inTrash === inTrash) return;
  database.inTrash = inTrash;
  database.editedMs = workspace.now();
  for (const source of workspace.sourcesOf(database)) source.inTrash = inTrash;
  workspace.onChange({ kind: inTrash ? 'database.deleted' : 'database.undeleted', database, author });
}
