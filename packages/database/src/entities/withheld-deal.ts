import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A deal whose remote row an undo took away: an export does not make it again while the deal stays as it is. */
export const WithheldDeal = defineEntity({
  name: 'WithheldDeal',
  tableName: 'withheld_deals',
  properties: {
    deal_id: p.integer().primary(),
    remote_table_id: p.integer().primary(),
    external_id: p.text(),
    run_id: p.integer(),
    withheld_at: p.text(),
  },
});
export type WithheldDeal = InferEntity<typeof WithheldDeal>;
