import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** What a run needs to be taken back, and a refused record to be corrected and tried again. */
export class UndoCorrectRetry extends Migration {
  override name = '2026-11-29-undo-correct-retry';

  override up(): void {
    const { clustered } = DIALECTS[dialectOf(this.driver)];
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns) this.addSql(`alter table "${table}" add column ${column} null`);
    }
    this.addSql(
      `create index if not exists "run_outcomes_refused_index" on "run_outcomes" ("run_id", "position") where "outcome" = 'failed'`,
    );
    this.addSql(
      `create table if not exists "withheld_deals" ("deal_id" integer not null, "remote_table_id" integer not null, "external_id" text not null, "run_id" integer not null, "withheld_at" text not null, primary key ("deal_id", "remote_table_id"))${clustered}`,
    );
  }
}

const COLUMNS = {
  sync_runs: ['"origin_run_id" integer', '"wanted" text', '"undone_by" integer'],
  run_outcomes: ['"field" text', '"cause" text', '"payload" text', '"corrected" text', '"solved_by" integer'],
  staged_records: ['"cells" text'],
  mirrored_records: ['"cells" text'],
  deal_tombstones: ['"run_id" integer'],
};
