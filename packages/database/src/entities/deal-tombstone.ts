import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A remote row whose deal a person deleted, or an undo removed: an import does not bring it back. */
export const DealTombstone = defineEntity({
  name: 'DealTombstone',
  tableName: 'deal_tombstones',
  properties: {
    external_id: p.text().primary(),
    remote_table_id: p.integer().primary(),
    deal_id: p.integer(),
    deleted_at: p.text(),
    /** The undo that removed the deal; null when a person deleted it. */
    run_id: p.integer().nullable(),
  },
});
export type DealTombstone = InferEntity<typeof DealTombstone>;
