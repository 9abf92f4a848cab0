import type { SourceProperty } from '../schema/property.ts';
import type { Access } from '../state/access.ts';
import type { DataSource, Page, PageVersion } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import { idsOf } from './cell.ts';

/** What rendering needs to know besides the column. */
export interface RenderContext {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly source: DataSource;
  readonly page: Page;
  /** The version of the page to show: the current one, or the one the index knows. */
  readonly version: PageVersion;
}

/** The links of a relation this integration may follow; none at all when the other side is not shared with it. */
export function visibleLinks(context: RenderContext, property: SourceProperty): string[] {
  if (property.type !== 'relation') return [];
  const target = context.workspace.sources.get(property.sourceId);
  if (target === undefined || !context.access.seesSource(target)) return [];
  return idsOf(context.version.cells[property.id]).filter((id) => context.workspace.pages.has(id));
}
