/** Below this, a page is dominated by the round trip and a smaller one does not help. */
const SMALLEST = 10;

/** Good pages after which a larger size is tried again: a passing fault must not slow the whole listing. */
const PAGES_BEFORE_GROWTH = 5;

/**
 * How many rows a query asks for. Halved when Notion gives up on a query (503, 504), so that the plain repetition of
 * the same call asks for less; grown again after a while, but never again to a size that failed twice.
 */
export class PageSize {
  #current: number;
  #ceiling: number;
  #goodPages = 0;
  readonly #failures = new Map<number, number>();

  constructor(largest: number) {
    this.#current = largest;
    this.#ceiling = largest;
  }

  get current(): number {
    return this.#current;
  }

  failed(size: number): void {
    const failures = (this.#failures.get(size) ?? 0) + 1;
    this.#failures.set(size, failures);
    const smaller = Math.max(SMALLEST, Math.floor(size / 2));
    if (failures > 1) this.#ceiling = Math.min(this.#ceiling, smaller);
    this.#current = Math.min(this.#current, smaller);
    this.#goodPages = 0;
  }

  succeeded(): void {
    if (this.#current >= this.#ceiling) return;
    this.#goodPages += 1;
    if (this.#goodPages < PAGES_BEFORE_GROWTH) return;
    this.#current = Math.min(this.#ceiling, this.#current * 2);
    this.#goodPages = 0;
  }
}
