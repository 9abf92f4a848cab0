import { Migration } from '@mikro-orm/migrations';

/** When the details of a run were removed. */
export class Retention extends Migration {
  override name = '2026-11-30-retention';

  override up(): void {
    this.addSql('alter table "sync_runs" add column "details_removed_at" text null');
  }
}
