import { readCell } from '../cells/read-cell.ts';
import type { NotionClient } from '../client/notion-client.ts';
import { getPage } from '../pages/get-page.ts';
import type { PageAnswer } from '../pages/page-wire.ts';
import { queryAll } from '../pages/query-all.ts';
import type { NameLookup } from './name-lookup.ts';
import { orNullWhenHidden } from './or-null-when-hidden.ts';

/** What Notion itself shows for a page without a title. */
const UNTITLED = 'Sans titre';

/** A title refers to nothing. */
const NO_NAMES: NameLookup = { person: () => undefined, page: () => undefined };

/** The title of one page; `null` when it is not shared with the integration. */
export async function linkedTitle(
  client: NotionClient,
  id: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const page = await orNullWhenHidden(getPage(client, { id, propertyIds: [], signal }));
  return page === null ? null : titleOf(page);
}

/** Titles by id of a table's pages, as far as Notion lists them in one query; the others are asked for one by one. */
export async function linkedTableTitles(
  client: NotionClient,
  tableId: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, string | null>> {
  const titles = new Map<string, string | null>();
  await orNullWhenHidden(
    (async () => {
      for await (const answer of queryAll(client, { tableId, propertyIds: [], signal })) {
        for (const page of answer.results) titles.set(page.id, titleOf(page));
      }
    })(),
  );
  return titles;
}

function titleOf(page: PageAnswer): string | null {
  const title = Object.values(page.properties ?? {}).find(({ type }) => type === 'title');
  if (title === undefined) return null;
  const text = readCell(title, NO_NAMES);
  return typeof text === 'string' ? text : UNTITLED;
}
