import type { ListPage } from '../query/paging.ts';

/** A page of results in the envelope that every list has. */
export function renderList<Item>(list: {
  type: string;
  page: ListPage<Item>;
  render: (item: Item) => Record<string, unknown>[];
}): Record<string, unknown> {
  const { type, page } = list;
  return {
    object: 'list',
    results: page.items.flatMap(list.render),
    next_cursor: page.nextCursor,
    has_more: page.nextCursor !== null,
    type,
    [type]: {},
    ...(page.isCapped
      ? { request_status: { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' } }
      : {}),
  };
}
