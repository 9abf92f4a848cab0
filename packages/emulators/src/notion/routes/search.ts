import { expectBoolean, expectObject, expectOnly, expectString, expectWord } from '../body-checks.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { invalid } from '../notion-api-error.ts';
import { type Listing, readPaging } from '../query/paging.ts';
import { TITLE_ID } from '../schema/property.ts';
import type { DataSource, Page } from '../state/records.ts';
import { renderPage } from '../values/render-page.ts';
import { plainTextOf } from '../values/rich-text.ts';
import { renderList } from './list.ts';
import { renderDatabase, renderSource } from './render-container.ts';

/** `/search`: by title only, in what the index knows. */
export const searchEndpoint: Endpoint = { method: 'POST', path: '/search', handle: search };

interface Search {
  readonly words: readonly string[];
  readonly kind: 'page' | 'table' | null;
  readonly inTrash: boolean;
  readonly isAscending: boolean;
}

function search(call: Call): Record<string, unknown> {
  const { access, services, traits, workspace } = call;
  access.require('read');
  const body = expectObject(call.body ?? {}, 'body');
  expectOnly(body, 'body', ['query', 'filter', 'sort', 'page_size', 'start_cursor']);
  const { size, cursor } = readPaging(body, 'body');
  const query = body.query === undefined ? '' : expectString(body.query, 'body.query');
  const asked: Search = {
    words: query.toLowerCase().split(/\s+/).filter(Boolean),
    ...readFilter(call, body.filter),
    isAscending: readSort(body.sort),
  };
  const key = JSON.stringify([access.integration.token, body.query, body.filter, body.sort]);
  const page = services.found.page({ cursor, key, size, start: () => find(call, asked, key) });
  return renderList({
    type: traits.listType,
    page,
    render: (found) => {
      if ('properties' in found) return [renderTable(call, found)];
      const version = workspace.indexed(found);
      return version === null ? [] : [renderPage(call, found, { version })];
    },
  });
}

function readFilter(call: Call, value: unknown): Pick<Search, 'kind' | 'inTrash'> {
  if (value === undefined) return { kind: null, inTrash: false };
  const filter = expectObject(value, 'body.filter');
  expectOnly(filter, 'body.filter', ['property', 'value', 'in_trash']);
  const inTrash =
    filter.in_trash === undefined ? false : expectBoolean(filter.in_trash, 'body.filter.in_trash');
  if (filter.value === undefined && filter.in_trash !== undefined) return { kind: null, inTrash };
  const table = call.traits.hasDataSources ? 'data_source' : 'database';
  const kind = expectWord(filter.value, 'body.filter.value', ['page', table]);
  expectWord(filter.property, 'body.filter.property', ['object']);
  return { kind: kind === 'page' ? 'page' : 'table', inTrash };
}

function readSort(value: unknown): boolean {
  if (value === undefined) return false;
  const sort = expectObject(value, 'body.sort');
  if (sort.property === 'relevance') return false;
  if (sort.timestamp !== 'last_edited_time')
    throw invalid('body.sort.timestamp should be "last_edited_time" when sorting by timestamp.');
  return expectWord(sort.direction, 'body.sort.direction', ['ascending', 'descending']) === 'ascending';
}

function find(call: Call, asked: Search, key: string): Listing<Page | DataSource> {
  const { access, services, workspace } = call;
  const matches = (title: string) => {
    const folded = title.toLowerCase();
    return asked.words.every((word) => folded.includes(word));
  };
  const found: { item: Page | DataSource; at: number }[] = [];
  if (asked.kind !== 'page')
    for (const source of workspace.sources.values())
      if (source.inTrash === asked.inTrash && access.seesSource(source) && matches(source.name))
        found.push({ item: source, at: source.editedMs });
  if (asked.kind !== 'table')
    for (const page of workspace.pages.values()) {
      const version = workspace.indexed(page);
      if (version === null || version.inTrash !== asked.inTrash || !access.seesPage(page)) continue;
      if (matches(plainTextOf(version.cells[TITLE_ID]))) found.push({ item: page, at: version.editedMs });
    }
  found.sort((left, right) => (asked.isAscending ? left.at - right.at : right.at - left.at));
  const cap = services.behaviour.queryCap;
  return {
    key,
    items: found.slice(0, cap).map(({ item }) => item),
    isCapped: found.length > cap,
  };
}

function renderTable(call: Call, source: DataSource): Record<string, unknown> {
  const database = call.workspace.databases.get(source.databaseId);
  return call.traits.hasDataSources || database === undefined
    ? renderSource(call, source)
    : renderDatabase(call, database);
}
