import type { Author, Change } from '../state/change.ts';
import { sourceOf } from '../state/page-changes.ts';
import type { DataSource, Page } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WebhookVersion } from './subscription.ts';

/** Something that happened, before it becomes the body of a request. */
export interface WebhookEvent {
  readonly type: string;
  readonly entity: { readonly id: string; readonly type: 'page' | 'data_source' | 'database' };
  readonly authors: readonly Author[];
  readonly data: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The events a change gives rise to, in a version's own words. */
export function eventsOf(workspace: Workspace, change: Change, version: WebhookVersion): WebhookEvent[] {
  const hasSources = version >= '2025-09-03';
  const base = { authors: [change.author], at: workspace.now() };
  if ('page' in change) {
    const source = sourceOf(workspace, change.page);
    const parent = parentOfPage(change.page, source, hasSources);
    const more =
      change.kind === 'page.properties_updated' ? { updated_properties: [...change.propertyIds] } : {};
    const event: WebhookEvent = {
      ...base,
      type: change.kind,
      entity: { id: change.page.id, type: 'page' },
      data: { parent, ...more },
    };
    const changesContent = ['page.created', 'page.deleted', 'page.undeleted', 'page.moved'].includes(
      change.kind,
    );
    if (source === undefined || !changesContent) return [event];
    const updated = { updated_blocks: [{ id: change.page.id, type: 'page' }] };
    return [
      event,
      sourceEvent(workspace, source, { ...base, name: 'content_updated', data: updated, hasSources }),
    ];
  }
  if ('source' in change) {
    if (change.kind === 'data_source.schema_updated')
      return [
        sourceEvent(workspace, change.source, {
          ...base,
          name: 'schema_updated',
          data: { updated_properties: change.properties },
          hasSources,
        }),
      ];
    const name = change.kind.slice(change.kind.indexOf('.') + 1);
    return hasSources ? [sourceEvent(workspace, change.source, { ...base, name, data: {}, hasSources })] : [];
  }
  return [
    {
      ...base,
      type: change.kind,
      entity: { id: change.database.id, type: 'database' },
      data: { parent: { id: workspace.id, type: 'space' } },
    },
  ];
}

/** Before data sources existed, what happened to one happened to its database. */
function sourceEvent(
  workspace: Workspace,
  source: DataSource,
  event: {
    name: string;
    data: Readonly<Record<string, unknown>>;
    hasSources: boolean;
    authors: readonly Author[];
    at: number;
  },
): WebhookEvent {
  const { name, data, hasSources, authors, at } = event;
  return {
    type: `${hasSources ? 'data_source' : 'database'}.${name}`,
    entity: hasSources ? { id: source.id, type: 'data_source' } : { id: source.databaseId, type: 'database' },
    authors,
    at,
    data: {
      parent: hasSources ? { id: source.databaseId, type: 'database' } : { id: workspace.id, type: 'space' },
      ...data,
    },
  };
}

function parentOfPage(
  page: Page,
  source: DataSource | undefined,
  hasSources: boolean,
): Record<string, unknown> {
  if (page.parent.type === 'page') return { id: page.parent.pageId, type: 'page' };
  return {
    id: source?.databaseId ?? page.parent.sourceId,
    type: 'database',
    ...(hasSources ? { data_source_id: page.parent.sourceId } : {}),
  };
}
