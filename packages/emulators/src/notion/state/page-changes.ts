import type { SourceProperty } from '../schema/property.ts';
import { type Cell, type CellDraft, type Cells, idsOf } from '../values/cell.ts';
import type { Author } from './change.ts';
import type { DataSource, Page, PageDecor, PageParent, PageVersion } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Puts a new page in its place and answers it. */
export function createPage(
  workspace: Workspace,
  page: {
    parent: PageParent;
    cells: CellDraft;
    author: Author;
    id?: string | undefined;
    createdMs?: number | undefined;
    editedMs?: number | undefined;
    decor?: PageDecor | null | undefined;
  },
): Page {
  const now = workspace.now();
  const createdMs = page.createdMs ?? now;
  const cells = withoutEmpty(page.cells);
  const created: Page = {
    id: page.id ?? workspace.newId(),
    createdMs,
    createdBy: page.author.id,
    parent: page.parent,
    cells,
    editedMs: page.editedMs ?? createdMs,
    editedBy: page.author.id,
    inTrash: false,
    decor: page.decor ?? null,
    past: null,
  };
  const source = sourceOf(workspace, created);
  if (source !== undefined) {
    for (const property of source.properties.values()) {
      if (property.type === 'unique_id') cells[property.id] = source.nextUniqueNumber;
    }
    source.nextUniqueNumber += 1;
    pushRow(source, created);
  }
  workspace.pages.set(created.id, created);
  workspace.remember(created, null);
  if (source !== undefined) mirrorLinks(workspace, source, { page: created, before: {} });
  workspace.onChange({ kind: 'page.created', page: created, author: page.author });
  return created;
}

/** Merges cells into a page; `undefined` empties one. Edited by `author` now. */
export function changeCells(
  workspace: Workspace,
  page: Page,
  { cells, author }: { cells: CellDraft; author: Author },
): void {
  const before = snapshot(page);
  workspace.remember(page, before);
  page.cells = withoutEmpty({ ...page.cells, ...cells });
  touch(workspace, page, author);
  const source = sourceOf(workspace, page);
  if (source !== undefined) {
    source.revision += 1;
    mirrorLinks(workspace, source, { page, before: before.cells });
  }
  workspace.onChange({ kind: 'page.properties_updated', page, propertyIds: Object.keys(cells), author });
}

/** Sets what the vendor computes, which is no edit of the page. */
export function setComputedCell(
  workspace: Workspace,
  page: Page,
  { propertyId, cell }: { propertyId: string; cell: Cell | undefined },
): void {
  page.cells = withoutEmpty({ ...page.cells, [propertyId]: cell });
  const source = sourceOf(workspace, page);
  if (source !== undefined) source.revision += 1;
}

/** Puts a page in the trash or takes it out. */
export function setTrash(
  workspace: Workspace,
  page: Page,
  { inTrash, author }: { inTrash: boolean; author: Author },
): void {
  if (page.inTrash === inTrash) return;
  workspace.remember(page, snapshot(page));
  page.inTrash = inTrash;
  touch(workspace, page, author);
  const source = sourceOf(workspace, page);
  if (source !== undefined) source.revision += 1;
  workspace.onChange({ kind: inTrash ? 'page.deleted' : 'page.undeleted', page, author });
}

/** Changes icon, cover or locks. */
export function setDecor(
  workspace: Workspace,
  page: Page,
  { decor, author }: { decor: PageDecor; author: Author },
): void {
  const wasLocked = page.decor?.isLocked ?? false;
  page.decor = decor;
  touch(workspace, page, author);
  if (wasLocked !== decor.isLocked)
    workspace.onChange({ kind: decor.isLocked ? 'page.locked' : 'page.unlocked', page, author });
}

/** Removes pages for good, as emptying the trash does. One pass per data source, whatever their number. */
export function deletePages(workspace: Workspace, pages: readonly Page[]): void {
  const sources = new Set<DataSource>();
  for (const page of pages) {
    workspace.pages.delete(page.id);
    const source = sourceOf(workspace, page);
    if (source !== undefined) sources.add(source);
  }
  for (const source of sources) keepRows(source, (row) => workspace.pages.has(row.id));
}

/** Takes a page to another place; its id stays. Cells of columns that do not exist there are lost. */
export function movePage(
  workspace: Workspace,
  page: Page,
  { parent, author }: { parent: PageParent; author: Author },
): void {
  const from = sourceOf(workspace, page);
  const to = parent.type === 'data_source' ? workspace.sources.get(parent.sourceId) : undefined;
  const cells: CellDraft = {};
  for (const property of from?.properties.values() ?? []) {
    const target = [...(to?.properties.values() ?? [])].find(
      (candidate) =>
        candidate.type === property.type && (candidate.type === 'title' || candidate.name === property.name),
    );
    const cell = page.cells[property.id];
    if (target !== undefined && !('options' in target)) cells[target.id] = cell;
    else if (property.type === 'title') cells[property.id] = cell;
  }
  if (from !== undefined) keepRows(from, (row) => row.id !== page.id);
  page.parent = parent;
  page.cells = withoutEmpty(cells);
  if (to !== undefined) pushRow(to, page);
  touch(workspace, page, author);
  workspace.onChange({ kind: 'page.moved', page, author });
}

/** The data source a page is a row of. */
export function sourceOf(workspace: Workspace, page: Page): DataSource | undefined {
  return page.parent.type === 'data_source' ? workspace.sources.get(page.parent.sourceId) : undefined;
}

function pushRow(source: DataSource, page: Page): void {
  const last = source.rows.at(-1);
  if (last !== undefined && last.createdMs > page.createdMs) source.isInCreationOrder = false;
  source.rows.push(page);
  source.revision += 1;
}

function keepRows(source: DataSource, keep: (row: Page) => boolean): void {
  const kept = source.rows.filter(keep);
  source.rows.length = 0;
  for (const row of kept) source.rows.push(row);
  source.revision += 1;
}

function touch(workspace: Workspace, page: Page, author: Author): void {
  page.editedMs = workspace.now();
  page.editedBy = author.id;
}

function snapshot(page: Page): PageVersion {
  return { cells: page.cells, editedMs: page.editedMs, editedBy: page.editedBy, inTrash: page.inTrash };
}

function withoutEmpty(draft: CellDraft): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [id, cell] of Object.entries(draft)) if (cell !== undefined) cells[id] = cell;
  return cells;
}

/** Both sides of a two-way relation say the same; the other page is not edited by that. */
function mirrorLinks(
  workspace: Workspace,
  source: DataSource,
  { page, before }: { page: Page; before: Cells },
): void {
  for (const property of source.properties.values()) {
    if (property.type !== 'relation' || property.syncedPropertyId === null) continue;
    if (before[property.id] === page.cells[property.id]) continue;
    const was = new Set(idsOf(before[property.id]));
    const is = new Set(idsOf(page.cells[property.id]));
    for (const id of was) if (!is.has(id)) mirrorOne(workspace, { property, otherId: id, link: null, page });
    for (const id of is)
      if (!was.has(id)) mirrorOne(workspace, { property, otherId: id, link: page.id, page });
  }
}

function mirrorOne(
  workspace: Workspace,
  change: {
    property: SourceProperty & { type: 'relation' };
    otherId: string;
    link: string | null;
    page: Page;
  },
): void {
  const other = workspace.pages.get(change.otherId);
  const propertyId = change.property.syncedPropertyId;
  if (other === undefined || propertyId === null) return;
  const links = idsOf(other.cells[propertyId]).filter((id) => id !== change.page.id);
  if (change.link !== null) links.push(change.link);
  setComputedCell(workspace, other, { propertyId, cell: links.length > 0 ? links : undefined });
}
