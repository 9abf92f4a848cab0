import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A remote row whose deal a person deleted: an import does not bring it back. */
export const DealTombstone = defineEntity({
  name: 'DealTombstone',
  tableName: 'deal_tombstones',
  properties: {
    external_id: p.text().primary(),
    remote_table_id: p.integer().primary(),
    deal_id: p.integer(),
    deleted_at: p.text(),
  },
});
export type DealTombstone = InferEntity<typeof DealTombstone>;
