import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a run did with one record: exactly one row per record and run. */
export const RunOutcome = defineEntity({
  name: 'RunOutcome',
  tableName: 'run_outcomes',
  // Of refused records only, which few are; the ORM compares such indexes by name only.
  indexes: [
    {
      name: 'run_outcomes_refused_index',
      expression: 'made by the migration 2026-11-29-undo-correct-retry',
    },
  ],
  properties: {
    run_id: p.integer().primary(),
    /** Order in which the run settled its records, from 1. */
    position: p.integer().primary(),
    external_id: p.text().nullable(),
    deal_id: p.integer().nullable(),
    /** What a person knows the record by, where no deal says it. */
    name: p.text().nullable(),
    /** `created`, `updated`, `archived`, `unchanged` or `failed`; of an undo `reversed`, `kept` or `failed`. */
    outcome: p.text(),
    /** French sentence a person can act on; null when there is nothing to say. */
    reason: p.text().nullable(),
    /** JSON text: field → `{before, after}`; null when nothing changed. */
    changes: p.text().nullable(),
    /** Of a refused record: the field at fault, when one is. */
    field: p.text().nullable(),
    /** Of a refused record: the reason without its values, by which records are counted. */
    cause: p.text().nullable(),
    /** JSON text: what was done to the remote row, or what a refused record held. */
    payload: p.text().nullable(),
    /** JSON text: field → value as a person corrected it. */
    corrected: p.text().nullable(),
    /** The later run in which a refused record was taken. */
    solved_by: p.integer().nullable(),
  },
});
export type RunOutcome = InferEntity<typeof RunOutcome>;
