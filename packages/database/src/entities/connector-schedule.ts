import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** When runs of one provider begin by themselves; no row: never. */
export const ConnectorSchedule = defineEntity({
  name: 'ConnectorSchedule',
  tableName: 'connector_schedules',
  properties: {
    provider: p.text().primary(),
    /** `import`, `export` or `sync`. */
    direction: p.text(),
    /** One of the two says when, the other is null. */
    every_minutes: p.integer().nullable(),
    cron: p.text().nullable(),
    /** IANA name: the clocks that the expression and the quiet hours are read on. */
    time_zone: p.text(),
    /** `HH:MM`; both null when there are no quiet hours. */
    quiet_from: p.text().nullable(),
    quiet_to: p.text().nullable(),
    enabled: p.boolean().default(true),
    /** ISO 8601 UTC; null while it is off. Whoever moves it from the value it saw does the turn. */
    next_turn_at: p.text().nullable(),
    last_turn_at: p.text().nullable(),
    /** `run`, `skipped` or `refused`. */
    last_turn_result: p.text().nullable(),
    last_turn_run_id: p.integer().nullable(),
    /** French sentence; null for a turn whose run tells. */
    last_turn_message: p.text().nullable(),
    /** Turns in a row whose run failed. */
    failures: p.integer().default(0),
    /** ISO 8601 UTC. An interval is counted from here. */
    updated_at: p.text(),
  },
});
export type ConnectorSchedule = InferEntity<typeof ConnectorSchedule>;
