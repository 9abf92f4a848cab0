import { Migration } from '@mikro-orm/migrations';

/** By which columns a run's listing was read, for whoever takes it up when they have changed. */
export class ColumnsReadByRuns extends Migration {
  override name = '2026-12-01-columns-read-by-runs';

  override up(): void {
    this.addSql('alter table "sync_runs" add column "columns_read" text null');
  }
}
