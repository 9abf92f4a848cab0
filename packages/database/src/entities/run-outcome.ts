import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a run did with one record: exactly one row per record and run. */
export const RunOutcome = defineEntity({
  name: 'RunOutcome',
  tableName: 'run_outcomes',
  properties: {
    run_id: p.integer().primary(),
    /** Order in which the run settled its records, from 1. */
    position: p.integer().primary(),
    external_id: p.text().nullable(),
    deal_id: p.integer().nullable(),
    /** What a person knows the record by, where no deal says it. */
    name: p.text().nullable(),
    /** `created`, `updated`, `unchanged` or `failed`. */
    outcome: p.text(),
    /** French sentence a person can act on; null when there is nothing to say. */
    reason: p.text().nullable(),
    /** JSON text: field → `{before, after}`; null when nothing changed. */
    changes: p.text().nullable(),
  },
});
export type RunOutcome = InferEntity<typeof RunOutcome>;
