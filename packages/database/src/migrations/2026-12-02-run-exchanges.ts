import { Migration } from '@mikro-orm/migrations';

/** What runs sent to vendors, and what came back. */
export class RunExchanges extends Migration {
  override name = '2026-12-02-run-exchanges';

  override up(): void {
    this.addSql(
      `create table if not exists "run_exchanges" ("run_id" integer not null, "position" integer not null, "at" text not null, "method" text not null, "url" text not null, "status" integer null, "duration_ms" integer not null, "request" text null, "answer" text null, primary key ("run_id", "position"))`,
    );
  }
}
