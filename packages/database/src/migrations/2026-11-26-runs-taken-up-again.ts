import { Migration } from '@mikro-orm/migrations';

/** What a run needs to be followed, cancelled, fenced off and taken up again. */
export class RunsTakenUpAgain extends Migration {
  override name = '2026-11-26-runs-taken-up-again';

  override up(): void {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns) this.addSql(`alter table "${table}" add column ${column}`);
    }
  }
}

const COLUMNS = {
  sync_runs: [
    '"fence" integer not null default 1',
    `"on_interruption" text not null default 'resume'`,
    '"cancel_requested_at" text null',
    '"ended_as" text null',
    '"version" integer not null default 0',
    '"phase_since" text null',
    '"phase_from" integer not null default 0',
    '"records_read" integer not null default 0',
    '"records_total" integer null',
    '"told" text null',
    '"wait" text null',
  ],
  run_outcomes: ['"name" text null'],
  pending_writes: ['"external_id" text null', '"sent" text null'],
};
