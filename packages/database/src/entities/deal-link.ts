import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Deal } from './deal.ts';

/** Which remote row and which deal are the same thing, and what each side held when they last agreed. */
export const DealLink = defineEntity({
  name: 'DealLink',
  tableName: 'deal_links',
  // The selective column comes first: a planner without statistics must not walk all links of a table.
  uniques: [{ properties: ['external_id', 'remote_table_id'] }, { properties: ['deal', 'remote_table_id'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    remote_table_id: p.integer(),
    external_id: p.text(),
    deal: () => p.manyToOne(Deal).joinColumn('deal_id').deleteRule('cascade').updateRule('no action').index(),
    /** JSON text: the deal's mapped fields at the last agreement. */
    local_base: p.text(),
    /** JSON text: the remote row's mapped fields at the last agreement; null when they were the deal's. */
    remote_base: p.text().nullable(),
    updated_at: p.text(),
  },
});
export type DealLink = InferEntity<typeof DealLink>;
