import type { NotionClient } from '../client/notion-client.ts';
import { linkedTableTitles, linkedTitle } from './linked-titles.ts';
import type { NameLookup } from './name-lookup.ts';
import { personName } from './person-name.ts';
import type { References } from './references.ts';

/** From this many unknown pages of one table on, listing its titles 100 at a time costs less than asking one by one. */
const LIST_FROM = 5;

/** Requests under way at once; the budget spaces them, this keeps few to wait for when one fails. */
const AT_ONCE = 4;

/** Pages linked from a column, and the table they live in where the schema tells. */
export interface LinkedPages {
  readonly tableId: string | undefined;
  readonly pageIds: readonly string[];
}

/** Names of people and linked pages, each asked for once in a connector's life. `null`: Notion does not tell. */
export class NameDirectory implements NameLookup {
  readonly #client: NotionClient;
  readonly #people = new Map<string, string | null>();
  readonly #pages = new Map<string, string | null>();
  readonly #listedTables = new Set<string>();

  constructor(client: NotionClient) {
    this.#client = client;
  }

  person(id: string): string | undefined {
    return this.#people.get(id) ?? undefined;
  }

  page(id: string): string | undefined {
    return this.#pages.get(id) ?? undefined;
  }

  /** Looks up what is not known yet. */
  async load(
    { people }: Pick<References, 'people'>,
    links: readonly LinkedPages[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    await this.#each(unknownOf(people, this.#people), async (id) => {
      this.#people.set(id, await personName(this.#client, id, signal));
    });
    for (const { tableId, pageIds } of links) {
      if (tableId !== undefined) await this.#listTitles(tableId, pageIds, signal);
      await this.#each(unknownOf(pageIds, this.#pages), async (id) => {
        this.#pages.set(id, await linkedTitle(this.#client, id, signal));
      });
    }
  }

  async #listTitles(tableId: string, pageIds: readonly string[], signal: AbortSignal | undefined) {
    if (this.#listedTables.has(tableId)) return;
    if (unknownOf(pageIds, this.#pages).length < LIST_FROM) return;
    const titles = await linkedTableTitles(this.#client, tableId, signal);
    for (const [id, title] of titles) this.#pages.set(id, title);
    this.#listedTables.add(tableId);
  }

  async #each(ids: readonly string[], look: (id: string) => Promise<void>): Promise<void> {
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await Promise.all(ids.slice(start, start + AT_ONCE).map(look));
    }
  }
}

function unknownOf(ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}
