import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What the engine keeps of a run beside its public record. */
export const SyncRun = defineEntity({
  name: 'SyncRun',
  tableName: 'sync_runs',
  properties: {
    /** The id of the run's row in `sync_logs`. */
    id: p.integer().primary().autoincrement(false),
    provider: p.text(),
    /** The provider while the run is active, then null: being unique, it lets one run at a time start. */
    active_provider: p.text().nullable().unique(),
    /** Which process holds the run. */
    owner: p.text(),
    /** Fencing: raised by whoever takes the run over; a transaction of the run that names an older one changes nothing. */
    fence: p.integer().default(1),
    /** ISO 8601 UTC; past it, the process that held the run is taken for dead. */
    lease_until: p.text(),
    /** `resume` or `close`: what the next start does with the run when its process dies. */
    on_interruption: p.text().default('resume'),
    /** ISO 8601 UTC: when someone asked the run to stop. */
    cancel_requested_at: p.text().nullable(),
    /** How it ended: `finished`, `failed`, `cancelled` or `interrupted`; null while it is active. */
    ended_as: p.text().nullable(),
    /** Counts the changes of what is told of the run, so that a client knows what it has seen. */
    version: p.integer().default(0),
    /** `stage`, `apply` or `done`. */
    phase: p.text(),
    /** ISO 8601 UTC: since when the rate of the phase is counted, and from how many records on. */
    phase_since: p.text().nullable(),
    phase_from: p.integer().default(0),
    base_id: p.text().nullable(),
    table_id: p.text().nullable(),
    /** Where the listing goes on; opaque to everything but the connector. */
    stage_cursor: p.text().nullable(),
    /** JSON text of the listing's proof of completeness; null until the listing is whole. */
    certificate: p.text().nullable(),
    /** JSON text: by field, how the listing's rows were read; null before they were. */
    columns_read: p.text().nullable(),
    /** Rows the listing has given so far. */
    records_read: p.integer().default(0),
    /** Records there are to settle; null until they are counted. */
    records_total: p.integer().nullable(),
    /** Position of the last staged row (import) or id of the last deal (export) up to which every outcome is stored. */
    applied_through: p.integer().default(0),
    /** Of those that count as updated, the records that one side had lost and that left the other. */
    records_archived: p.integer().default(0),
    records_unchanged: p.integer().default(0),
    records_failed: p.integer().default(0),
    /** JSON text: the sentences of the run's answer so far; null while there are none. */
    told: p.text().nullable(),
    /** ISO 8601 UTC: since when its outcomes and staged rows are gone, or going; null while they are kept. */
    details_removed_at: p.text().nullable(),
    /** JSON text: what the run waits for; null while it works. */
    wait: p.text().nullable(),
    /** The run that it takes back (an undo), or whose refused records it tries again. */
    origin_run_id: p.integer().nullable(),
    /** JSON text: which refused records were asked for; null: all of them. */
    wanted: p.text().nullable(),
    /** The run that took it back, and was not taken back itself. */
    undone_by: p.integer().nullable(),
  },
});
export type SyncRun = InferEntity<typeof SyncRun>;
