import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How many requests a connection (provider and base) has sent to its vendor in one month. */
export const VendorCalls = defineEntity({
  name: 'VendorCalls',
  tableName: 'vendor_calls',
  properties: {
    provider: p.text().primary(),
    base_id: p.text().primary(),
    /** `YYYY-MM`, UTC, as vendors count. */
    month: p.text().primary(),
    calls: p.integer(),
    /** ISO 8601 UTC of the month's first request. */
    first_call_at: p.text(),
  },
});
export type VendorCalls = InferEntity<typeof VendorCalls>;
