import type { AirtableBase, Author } from './base.ts';
import { unlink } from './links.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';

/** Takes rows out of their table and out of every link to them, and tells those who listen. */
export function deleteRows(
  { base, table }: { base: AirtableBase; table: AirtableTable },
  rows: readonly Row[],
  author: Author,
): void {
  for (const row of rows) {
    table.rows.delete(row.id);
    unlink(base, table, row.id);
  }
  base.announce({ table, author, destroyed: rows.map(({ id }) => id) });
}
