import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Deal } from './deal.ts';

/** Which remote row and which deal are the same thing, and what each side held when they last agreed. */
export const DealLink = defineEntity({
  name: 'DealLink',
  tableName: 'deal_links',
  // The selective column comes first: a planner without statistics must not walk all links of a table.
  uniques: [
    { properties: ['external_id', 'table_id', 'base_id', 'provider'] },
    { properties: ['deal', 'table_id', 'base_id', 'provider'] },
  ],
  properties: {
    id: p.integer().primary().autoincrement(),
    provider: p.text(),
    base_id: p.text(),
    table_id: p.text(),
    external_id: p.text(),
    deal: () => p.manyToOne(Deal).joinColumn('deal_id').deleteRule('cascade').updateRule('no action').index(),
    /** JSON text: the deal's mapped fields at the last agreement. */
    local_base: p.text(),
    /** JSON text: the remote row's mapped fields at the last agreement. */
    remote_base: p.text(),
    updated_at: p.text(),
  },
});
export type DealLink = InferEntity<typeof DealLink>;
