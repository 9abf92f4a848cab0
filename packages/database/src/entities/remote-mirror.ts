import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** That the rows of a remote table, as an import last read them, are kept in `mirrored_records`, and since when. */
export const RemoteMirror = defineEntity({
  name: 'RemoteMirror',
  tableName: 'remote_mirrors',
  properties: {
    remote_table_id: p.integer().primary().autoincrement(false),
    /** ISO 8601 UTC, by our clock: when the latest listing began. What changed before is in the mirror. */
    listed_from: p.text(),
    /** JSON text: columns and rules the rows were read by; read by others, they must be listed anew. */
    reading: p.text(),
    /** JSON text: column id → its options then. */
    options: p.text(),
    /** Listings of changes since the last whole one. */
    listings_of_changes: p.integer().default(0),
  },
});
export type RemoteMirror = InferEntity<typeof RemoteMirror>;
