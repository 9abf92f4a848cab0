import {
  expectArray,
  expectBoolean,
  expectObject,
  expectOnly,
  isJsonObject,
  type JsonObject,
} from '../body-checks.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { NotionApiError } from '../notion-api-error.ts';
import { changeCells, createPage, movePage, setDecor, setTrash, sourceOf } from '../state/page-changes.ts';
import type { Page, PageDecor } from '../state/records.ts';
import { renderPage } from '../values/render-page.ts';
import { type CheckedCells, checkProperties, checkTitleOnly } from '../write/property-values.ts';
import { FILTER_PROPERTIES, filterProperties } from './filter-properties.ts';
import { readParent } from './page-parent.ts';
import { pathId } from './path-id.ts';
import { archivedError, readTrashFlag, trashKeys } from './trash-flag.ts';

const CONTENT = ['children', 'content', 'markdown', 'template', 'position', 'allow_async'];

/** `/pages`: rows, and pages below pages. */
export const pageEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/pages', query: [FILTER_PROPERTIES], handle: insertPage },
  {
    method: 'GET',
    path: '/pages/:id',
    query: [FILTER_PROPERTIES],
    handle(call) {
      call.access.require('read');
      return answerPage(call, call.access.page(pathId(call, 'page_id')));
    },
  },
  { method: 'PATCH', path: '/pages/:id', query: [FILTER_PROPERTIES], handle: updatePage },
  { method: 'POST', path: '/pages/:id/move', handle: relocatePage },
];

function answerPage(call: Call, page: Page): Record<string, unknown> {
  return renderPage(call, page, { only: filterProperties(call, sourceOf(call.workspace, page)) });
}

function insertPage(call: Call): Record<string, unknown> {
  const { access, author, services, workspace } = call;
  access.require('insert');
  const body = expectObject(call.body, 'body');
  expectOnly(body, 'body', ['parent', 'properties', 'icon', 'cover', ...CONTENT]);
  if (body.children !== undefined) expectArray(body.children, 'body.children');
  const parent = readParent(call, body.parent);
  const source = parent.type === 'data_source' ? workspace.sources.get(parent.sourceId) : undefined;
  filterProperties(call, source);
  const checked = checkCells(call, source, body.properties ?? {});
  spendBlock(services.behaviour);
  checked.accept();
  const decor = readDecor(body, null);
  const page = createPage(workspace, { parent, cells: checked.cells, author, decor });
  call.onCommitted(page.id);
  return answerPage(call, page);
}

function updatePage(call: Call): Record<string, unknown> {
  const { access, author, traits, workspace } = call;
  access.require('update');
  const page = access.page(pathId(call, 'page_id'));
  const body = expectObject(call.body ?? {}, 'body');
  expectOnly(body, 'body', [
    'properties',
    'icon',
    'cover',
    'is_locked',
    'is_archived',
    'template',
    'erase_content',
    ...trashKeys(traits),
  ]);
  const inTrash = readTrashFlag(body, traits);
  const source = sourceOf(workspace, page);
  filterProperties(call, source);
  const checked = body.properties === undefined ? null : checkCells(call, source, body.properties);
  const isBelowTrash = source?.inTrash === true;
  if (isBelowTrash || (page.inTrash && inTrash !== false)) throw archivedError();
  if (inTrash === false) setTrash(workspace, page, { inTrash, author });
  if (checked !== null && Object.keys(checked.cells).length > 0) {
    checked.accept();
    changeCells(workspace, page, { cells: checked.cells, author });
  }
  const decor = readDecor(body, page.decor);
  if (decor !== page.decor && decor !== null) setDecor(workspace, page, { decor, author });
  if (inTrash === true) setTrash(workspace, page, { inTrash, author });
  return answerPage(call, page);
}

function relocatePage(call: Call): Record<string, unknown> {
  const { access, author, workspace } = call;
  access.require('update');
  const page = access.page(pathId(call, 'page_id'));
  if (page.inTrash) throw archivedError();
  const body = expectObject(call.body, 'body');
  expectOnly(body, 'body', ['parent']);
  movePage(workspace, page, { parent: readParent(call, body.parent), author });
  return answerPage(call, page);
}

function checkCells(
  { access, services, workspace }: Call,
  source: ReturnType<typeof sourceOf>,
  value: unknown,
): CheckedCells {
  if (source !== undefined) {
    const dropsUnknown = services.behaviour.dropsUnknownColumns;
    return checkProperties(value, { workspace, access, source, dropsUnknown });
  }
  return { cells: checkTitleOnly(value, { workspace, access }), accept: () => {} };
}

/** A Free workspace with several members may make so many blocks in its lifetime and no more. */
function spendBlock(behaviour: { blocksLeft: number | null }): void {
  if (behaviour.blocksLeft === null) return;
  if (behaviour.blocksLeft <= 0) throw blockLimitReached();
  behaviour.blocksLeft -= 1;
}

/** 403 `restricted_resource` of a Free workspace that is full. */
export function blockLimitReached(): NotionApiError {
  return new NotionApiError(403, 'restricted_resource', {
    message: 'This workspace has reached its block limit. Upgrade the plan to create more content.',
    additionalData: { block_limit: 'block_creation' },
  });
}

function readDecor(body: JsonObject, before: PageDecor | null): PageDecor | null {
  const { icon, cover, is_locked: isLocked, is_archived: isArchived } = body;
  if ([icon, cover, isLocked, isArchived].every((sent) => sent === undefined)) return before;
  const shown = (sent: unknown, was: unknown) => (sent === null || isJsonObject(sent) ? sent : (was ?? null));
  return {
    icon: shown(icon, before?.icon),
    cover: shown(cover, before?.cover),
    isLocked:
      isLocked === undefined ? (before?.isLocked ?? false) : expectBoolean(isLocked, 'body.is_locked'),
    isArchived:
      isArchived === undefined
        ? (before?.isArchived ?? false)
        : expectBoolean(isArchived, 'body.is_archived'),
  };
}
