import type { Call } from '../endpoint.ts';
import { renderProperties } from '../schema/render-property.ts';
import type { Database, DataSource } from '../state/records.ts';
import { minuteText } from '../values/date-value.ts';
import { addressOf } from '../values/render-page.ts';
import { textItem } from '../values/rich-text.ts';

/** The database object; before data sources existed, with the columns of its one table. */
export function renderDatabase(call: Call, database: Database): Record<string, unknown> {
  const { access, traits, workspace } = call;
  const sources = access.visibleSources(database);
  const [first] = sources;
  return {
    object: 'database',
    id: database.id,
    title: richText(database.title),
    description: richText(database.description),
    parent: { type: 'workspace', workspace: true },
    is_inline: database.isInline,
    in_trash: database.inTrash,
    is_locked: database.isLocked,
    ...(traits.hasArchived ? { archived: database.inTrash } : {}),
    created_time: minuteText(database.createdMs),
    last_edited_time: minuteText(database.editedMs),
    ...(traits.hasDataSources
      ? { data_sources: sources.map(({ id, name }) => ({ id, name })) }
      : {
          created_by: { object: 'user', id: workspace.ownerId },
          last_edited_by: { object: 'user', id: workspace.ownerId },
          properties: first === undefined ? {} : renderProperties(workspace, first, traits),
        }),
    icon: database.icon,
    cover: database.cover,
    url: addressOf(database.id, ''),
    public_url: null,
  };
}

/** The data source object. */
export function renderSource(call: Call, source: DataSource): Record<string, unknown> {
  const { traits, workspace } = call;
  const database = workspace.databases.get(source.databaseId);
  return {
    object: 'data_source',
    id: source.id,
    title: richText(source.name),
    description: richText(source.description),
    parent: { type: 'database_id', database_id: source.databaseId },
    database_parent: { type: 'workspace', workspace: true },
    is_inline: database?.isInline ?? false,
    in_trash: source.inTrash,
    ...(traits.hasArchived ? { archived: source.inTrash } : {}),
    created_time: minuteText(source.createdMs),
    last_edited_time: minuteText(source.editedMs),
    created_by: { object: 'user', id: workspace.ownerId },
    last_edited_by: { object: 'user', id: workspace.ownerId },
    properties: renderProperties(workspace, source, traits),
    icon: source.icon,
    cover: database?.cover ?? null,
    url: addressOf(source.databaseId, ''),
    public_url: null,
  };
}

function richText(text: string): unknown[] {
  return text === '' ? [] : [textItem(text)];
}
