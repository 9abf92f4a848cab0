/** One record as the emulator keeps it: cells under field ids, empty ones absent or undefined. */
export interface Row {
  readonly id: string;
  /** What an autonumber column shows; never used again after a delete. */
  readonly number: number;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Last change by a user or the API to a column that is not computed; null until the first. */
  editedAt: number | null;
  editedBy: string | null;
  /** The same per column, for `LAST_MODIFIED_TIME({Column})`. */
  editedFields: Record<string, number> | null;
  cells: Record<string, unknown>;
  commentCount: number;
}

/**
 * Rows in the order they were made. Positions are never reused, so a listing that remembers one goes on in constant
 * time whatever was added or deleted since.
 */
export class RowStore {
  readonly #rows: (Row | null)[] = [];
  readonly #positions = new Map<string, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** One past the last position ever used. */
  get end(): number {
    return this.#rows.length;
  }

  add(row: Row): void {
    this.#positions.set(row.id, this.#rows.length);
    this.#rows.push(row);
    this.#count += 1;
  }

  get(id: string): Row | null {
    const position = this.#positions.get(id);
    return position === undefined ? null : this.at(position);
  }

  /** `null` where a row was deleted. */
  at(position: number): Row | null {
    return this.#rows[position] ?? null;
  }

  delete(id: string): boolean {
    const position = this.#positions.get(id);
    if (position === undefined) return false;
    this.#rows[position] = null;
    this.#positions.delete(id);
    this.#count -= 1;
    return true;
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const row of this.#rows) if (row !== null) yield row;
  }
}
