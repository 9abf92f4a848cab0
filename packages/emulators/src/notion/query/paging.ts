import { failedCheck } from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';

/** Most and usual number of results in one answer. */
const MAX_PAGE_SIZE = 100;

/** A list that is being paged through. */
export interface Listing<Item> {
  /** What makes two requests the same listing: endpoint, filter, sorts. */
  readonly key: string;
  items: readonly Item[];
  /** True when the vendor stopped counting: more exists and will not be given. */
  isCapped: boolean;
  /** Called before each page but the first, where the list follows changes. */
  readonly refresh?: ((listing: Listing<Item>) => void) | undefined;
}

/** One page of a listing. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly isCapped: boolean;
}

const KEPT_LISTINGS = 64;

/** Remembers the listings under way, so that each page costs what it holds and not what the table holds. */
export class CursorStore<Item> {
  readonly #newId: () => string;
  readonly #listings = new Map<string, Listing<Item>>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Forgets every listing: all cursors given out are wrong from now on. */
  expire(): void {
    this.#listings.clear();
  }

  /** The page at `cursor`, or the first page of the listing that `start` makes. */
  page(request: {
    cursor: string | null;
    key: string;
    size: number;
    start: () => Listing<Item>;
  }): ListPage<Item> {
    const { cursor, size } = request;
    let tag: string;
    let listing: Listing<Item>;
    let offset = 0;
    if (cursor === null) {
      listing = request.start();
      // The last group of an id is 12 hexadecimal digits: it carries the position.
      tag = this.#newId().slice(0, -12);
    } else {
      tag = cursor.slice(0, -12);
      const known = this.#listings.get(tag);
      if (known === undefined || known.key !== request.key)
        throw invalid(`The start_cursor provided is invalid: ${cursor}`);
      listing = known;
      offset = Number.parseInt(cursor.slice(-12), 16);
      listing.refresh?.(listing);
    }
    const end = offset + size;
    const hasMore = end < listing.items.length;
    if (hasMore) this.#keep(tag, listing);
    return {
      items: listing.items.slice(offset, end),
      nextCursor: hasMore ? tag + end.toString(16).padStart(12, '0') : null,
      isCapped: !hasMore && listing.isCapped,
    };
  }

  #keep(tag: string, listing: Listing<Item>): void {
    this.#listings.delete(tag);
    this.#listings.set(tag, listing);
    const [oldest] = this.#listings.keys();
    if (this.#listings.size > KEPT_LISTINGS && oldest !== undefined) this.#listings.delete(oldest);
  }
}

/** `page_size` and `start_cursor` of a body or a query string. */
export function readPaging(
  sent: { readonly page_size?: unknown; readonly start_cursor?: unknown },
  part: 'body' | 'query',
): { size: number; cursor: string | null } {
  const size = part === 'query' ? readQuerySize(sent.page_size) : sent.page_size;
  const path = `${part}.page_size`;
  if (size !== undefined && (typeof size !== 'number' || !Number.isInteger(size) || size < 0))
    throw failedCheck(path, 'a number or `undefined`', size);
  if (size !== undefined && size > MAX_PAGE_SIZE)
    throw failedCheck(path, `≤ \`${MAX_PAGE_SIZE}\` or \`undefined\``, size);
  const cursor = sent.start_cursor ?? null;
  if (cursor !== null && typeof cursor !== 'string')
    throw failedCheck(`${part}.start_cursor`, 'a string or `undefined`', cursor);
  return { size: size === undefined || size === 0 ? MAX_PAGE_SIZE : size, cursor };
}

function readQuerySize(size: unknown): unknown {
  return typeof size === 'string' && /^\d+$/.test(size) ? Number(size) : size;
}
