import { invalid } from '../notion-api-error.ts';
import { compactNotionId } from '../notion-id.ts';
import { findProperty, type SourceProperty, TITLE_ID } from '../schema/property.ts';
import type { Access } from '../state/access.ts';
import { sourceOf } from '../state/page-changes.ts';
import type { DataSource, Page, PageVersion } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { VersionTraits } from '../versions.ts';
import { minuteText } from './date-value.ts';
import { renderValue } from './render-value.ts';
import { plainTextOf, richTextOf } from './rich-text.ts';

/** What every answer is rendered for: a workspace, seen by an integration, in a version of the API. */
export interface Viewer {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly traits: VersionTraits;
}

/** The page object. `only`: the columns asked for, all when left out. */
export function renderPage(
  viewer: Viewer,
  page: Page,
  options: { version?: PageVersion; only?: readonly SourceProperty[] | null } = {},
): Record<string, unknown> {
  const version = options.version ?? page;
  const source = sourceOf(viewer.workspace, page);
  const { decor } = page;
  return {
    object: 'page',
    id: page.id,
    created_time: minuteText(page.createdMs),
    last_edited_time: minuteText(version.editedMs),
    created_by: { object: 'user', id: page.createdBy },
    last_edited_by: { object: 'user', id: version.editedBy },
    cover: decor?.cover ?? null,
    icon: decor?.icon ?? null,
    parent: renderParent(viewer, page, source),
    in_trash: version.inTrash,
    is_archived: decor?.isArchived ?? false,
    is_locked: decor?.isLocked ?? false,
    ...(viewer.traits.hasArchived ? { archived: version.inTrash } : {}),
    properties:
      source === undefined
        ? { title: { id: TITLE_ID, type: 'title', title: richTextOf(version.cells[TITLE_ID]) } }
        : renderColumns(viewer, { page, version, source, only: options.only ?? null }),
    url: addressOf(page.id, plainTextOf(version.cells[TITLE_ID])),
    public_url: null,
  };
}

/** The columns `filter_properties` names, or `null` when it names none. */
export function chosenProperties(
  source: DataSource | undefined,
  names: readonly string[],
): readonly SourceProperty[] | null {
  if (names.length === 0 || source === undefined) return null;
  return names.map((name) => {
    const property = findProperty(source.properties, name);
    if (property === undefined) throw invalid(`Could not find property with name or id: ${name}`);
    return property;
  });
}

/** The address of a page or a database, which holds its title and changes with it. */
export function addressOf(id: string, title: string): string {
  const slug = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `https://app.notion.com/p/${slug === '' ? '' : `${encodeURIComponent(slug)}-`}${compactNotionId(id)}`;
}

function renderColumns(
  viewer: Viewer,
  row: { page: Page; version: PageVersion; source: DataSource; only: readonly SourceProperty[] | null },
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  const context = { workspace: viewer.workspace, access: viewer.access, ...row };
  for (const property of row.only ?? row.source.properties.values())
    columns[property.name] = renderValue(context, property);
  return columns;
}

function renderParent(
  { traits }: Viewer,
  page: Page,
  source: DataSource | undefined,
): Record<string, unknown> {
  if (page.parent.type === 'page') return { type: 'page_id', page_id: page.parent.pageId };
  const databaseId = source?.databaseId;
  return traits.hasDataSources
    ? { type: 'data_source_id', data_source_id: page.parent.sourceId, database_id: databaseId }
    : { type: 'database_id', database_id: databaseId };
}
