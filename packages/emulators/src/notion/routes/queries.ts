import { expectBoolean, expectObject, expectOnly, expectWord } from '../body-checks.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { readFilter } from '../query/filter.ts';
import { type Listing, readPaging } from '../query/paging.ts';
import { queryRows, type RowQuery } from '../query/query-rows.ts';
import { readSorts } from '../query/sorts.ts';
import type { DataSource, Page } from '../state/records.ts';
import { renderPage } from '../values/render-page.ts';
import { FILTER_PROPERTIES, filterProperties } from './filter-properties.ts';
import { renderList } from './list.ts';
import { onlySource } from './multiple-sources.ts';
import { pathId } from './path-id.ts';
import { trashKeys } from './trash-flag.ts';

/** Rows of a table, under the path each version knows. */
export const queryEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/data_sources/:id/query',
    versions: 'data-sources',
    query: [FILTER_PROPERTIES],
    handle: (call) => answerQuery(call, call.access.source(pathId(call, 'data_source_id'))),
  },
  {
    method: 'POST',
    path: '/databases/:id/query',
    versions: 'before-data-sources',
    query: [FILTER_PROPERTIES],
    handle: (call) => answerQuery(call, onlySource(call, call.access.database(pathId(call, 'database_id')))),
  },
];

const MEMBERS = ['filter', 'sorts', 'start_cursor', 'page_size', 'result_type', 'is_archived'];

function answerQuery(call: Call, source: DataSource): Record<string, unknown> {
  const { access, services, traits, workspace } = call;
  access.require('read');
  const body = expectObject(call.body ?? {}, 'body');
  expectOnly(body, 'body', [...MEMBERS, ...trashKeys(traits)]);
  const { size, cursor } = readPaging(body, 'body');
  const only = filterProperties(call, source);
  if (body.result_type !== undefined)
    expectWord(body.result_type, 'body.result_type', ['page', 'data_source']);
  const { refusesUnknownOptions } = services.behaviour;
  const query: RowQuery = {
    filter:
      body.filter === undefined
        ? null
        : readFilter(body.filter, { workspace, access, source, refusesUnknownOptions }),
    sorts: readSorts(body.sorts, source),
    sortKey: JSON.stringify(body.sorts ?? []),
    cap: services.behaviour.queryCap,
    isHidden: ({ id }) => access.integration.hidden.has(id),
    fromTrash:
      services.behaviour.isTrashQueryable &&
      body.in_trash !== undefined &&
      expectBoolean(body.in_trash, 'body.in_trash'),
  };
  const key = JSON.stringify([access.integration.token, source.id, body.filter, body.sorts]);
  const page = services.rows.page({
    cursor,
    key,
    size: Math.min(size, services.behaviour.shortPages.shift() ?? size),
    start: () => startListing(call, { source, query, key }),
  });
  return renderList({
    type: traits.listType,
    page,
    render: (row) => {
      const version = workspace.indexed(row);
      // A listing under way does not show what was deleted or put in the trash since.
      if (version === null || version.inTrash !== query.fromTrash || !workspace.pages.has(row.id)) return [];
      return [renderPage(call, row, { version, only })];
    },
  });
}

function startListing(
  { services, workspace }: Call,
  { source, query, key }: { source: DataSource; query: RowQuery; key: string },
): Listing<Page> {
  const find = () => queryRows(workspace, services.orders, { source, query });
  const { rows, isCapped } = find();
  let { revision } = source;
  const refresh = (listing: Listing<Page>) => {
    if (revision === source.revision) return;
    const now = find();
    revision = source.revision;
    listing.items = now.rows;
    listing.isCapped = now.isCapped;
  };
  return {
    key,
    items: rows,
    isCapped,
    refresh: services.behaviour.cursors === 'live' ? refresh : undefined,
  };
}
