import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Deal } from './deal.ts';

/** Which remote row and which deal are the same thing, and what each side held when they last agreed. */
export const DealLink = defineEntity({
  name: 'DealLink',
  tableName: 'deal_links',
  // Clustered by deal, in which order links are made; the deal's key comes first, so no other index serves it.
  uniques: [{ properties: ['external_id', 'remote_table_id'] }],
  properties: {
    deal: () =>
      p
        .manyToOne(Deal)
        .joinColumn('deal_id')
        .primary()
        .deleteRule('cascade')
        .updateRule('no action')
        .index(false),
    remote_table_id: p.integer().primary(),
    external_id: p.text(),
    /** JSON text: the deal's mapped fields at the last agreement. */
    local_base: p.text(),
    /** JSON text: the remote row's mapped fields at the last agreement; null when they were the deal's. */
    remote_base: p.text().nullable(),
    updated_at: p.text(),
  },
});
export type DealLink = InferEntity<typeof DealLink>;
