import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** The history is read by the instant a run started, whatever form its text has: its indexes are in that order. */
export class HistoryByInstant extends Migration {
  override name = '2026-11-24-history-by-instant';

  override up(): void {
    const started = DIALECTS[dialectOf(this.driver)].sortableInstant('started_at');
    this.addSql('drop index if exists "sync_logs_started_at_id_index"');
    this.addSql('drop index if exists "sync_logs_provider_started_at_id_index"');
    this.addSql(`create index "sync_logs_instant_index" on "sync_logs" ((${started}), "id")`);
    this.addSql(
      `create index "sync_logs_provider_instant_index" on "sync_logs" ("provider", (${started}), "id")`,
    );
  }
}
