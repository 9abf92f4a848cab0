import type { Call, Endpoint } from '../endpoint.ts';
import { invalid } from '../notion-api-error.ts';
import { type ListPage, readPaging } from '../query/paging.ts';
import { findProperty, type SourceProperty, TITLE_ID } from '../schema/property.ts';
import { sourceOf } from '../state/page-changes.ts';
import { type RenderContext, visibleLinks } from '../values/render-context.ts';
import { renderPeople, renderWhole } from '../values/render-value.ts';
import { richTextOf } from '../values/rich-text.ts';
import { computeRollup, rollupValues, UNSUPPORTED_BY_ITEMS } from '../values/rollup.ts';
import { pathId } from './path-id.ts';

/** The whole value of one column, which a page answer may cut. */
export const propertyItemEndpoint: Endpoint = {
  method: 'GET',
  path: '/pages/:id/properties/:property',
  query: ['start_cursor', 'page_size'],
  handle(call) {
    call.access.require('read');
    const page = call.access.page(pathId(call, 'page_id'));
    const source = sourceOf(call.workspace, page);
    const name = call.params.property ?? '';
    if (source === undefined) {
      if (name !== TITLE_ID) throw invalid(`${name} is not a property that exists.`);
      const items = richTextOf(page.cells[TITLE_ID]).map((title) => ({ title }));
      return answerItems(call, { items, property: { id: TITLE_ID, type: 'title' }, pageId: page.id });
    }
    const property = findProperty(source.properties, name);
    if (property === undefined) throw invalid(`${name} is not a property that exists.`);
    const context = { workspace: call.workspace, access: call.access, source, page, version: page };
    const items = itemsOf(context, property);
    if (items === null)
      return {
        object: 'property_item',
        type: property.type,
        id: property.id,
        [property.type]: renderWhole(context, property),
      };
    const summary =
      property.type === 'rollup' ? (isLast: boolean) => summaryOf(context, property, isLast) : undefined;
    return answerItems(call, { items, property, pageId: page.id, summary });
  },
};

/** The parts of a value that comes as a list; `null` for one that does not. */
function itemsOf(context: RenderContext, property: SourceProperty): Record<string, unknown>[] | null {
  const cell = context.version.cells[property.id];
  switch (property.type) {
    case 'title':
    case 'rich_text':
      return richTextOf(cell).map((item) => ({ [property.type]: item }));
    case 'people':
      return renderPeople(context, property).map((people) => ({ people }));
    case 'relation':
      return visibleLinks(context, property).map((id) => ({ relation: { id } }));
    case 'rollup':
      return rollupValues(context, property, renderWhole);
    default:
      return null;
  }
}

/** The total of a rollup, known only with its last page. */
function summaryOf(
  context: RenderContext,
  property: SourceProperty & { type: 'rollup' },
  isLast: boolean,
): Record<string, unknown> {
  const { function: name } = property;
  if (UNSUPPORTED_BY_ITEMS.includes(name)) return { type: 'unsupported', unsupported: {}, function: name };
  if (!isLast) return { type: 'incomplete', incomplete: {}, function: name };
  const total = computeRollup(context, property, { limit: Number.POSITIVE_INFINITY, render: renderWhole });
  return total.type === 'array' ? { ...total, array: [] } : total;
}

function answerItems(
  call: Call,
  answer: {
    items: readonly Record<string, unknown>[];
    property: { readonly id: string; readonly type: string };
    pageId: string;
    summary?: ((isLast: boolean) => Record<string, unknown>) | undefined;
  },
): Record<string, unknown> {
  const { property, pageId } = answer;
  const { id, type } = property;
  const { size, cursor } = readPaging(call.query, 'query');
  const key = JSON.stringify([call.access.integration.token, pageId, id]);
  const page: ListPage<Record<string, unknown>> = call.services.items.page({
    cursor,
    key,
    size,
    start: () => ({ key, items: answer.items, isCapped: false }),
  });
  const { nextCursor } = page;
  const path = `${call.services.origin}/v1/pages/${pageId}/properties/${id}`;
  return {
    object: 'list',
    results: page.items.map((item) => ({ object: 'property_item', type, id, ...item })),
    next_cursor: nextCursor,
    has_more: nextCursor !== null,
    type: 'property_item',
    property_item: {
      id,
      next_url: nextCursor === null ? null : `${path}?start_cursor=${nextCursor}`,
      type,
      [type]: answer.summary?.(nextCursor === null) ?? {},
    },
  };
}
