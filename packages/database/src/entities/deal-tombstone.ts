import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/**
 * A remote row whose deal has left the CRM, deleted by a person or removed by a run, with what both had agreed on: an
 * import does not bring it back by itself.
 */
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
    /** JSON text, as the link held it; null in rows of older versions. */
    local_base: p.text().nullable(),
    /** JSON text; null when it was the same as `local_base`. */
    remote_base: p.text().nullable(),
  },
});
export type DealTombstone = InferEntity<typeof DealTombstone>;
