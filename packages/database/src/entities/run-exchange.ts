import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One request that a run sent to its vendor, and what came back, without token. */
export const RunExchange = defineEntity({
  name: 'RunExchange',
  tableName: 'run_exchanges',
  properties: {
    run_id: p.integer().primary(),
    /** Order in which the exchanges came to their end, from 1. */
    position: p.integer().primary(),
    /** ISO 8601 UTC, of its end. */
    at: p.text(),
    method: p.text(),
    url: p.text(),
    /** `null` when no answer came. */
    status: p.integer().nullable(),
    duration_ms: p.integer(),
    request: p.text().nullable(),
    answer: p.text().nullable(),
  },
});
export type RunExchange = InferEntity<typeof RunExchange>;
