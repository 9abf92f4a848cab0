import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** When each connector synchronises by itself. */
export class ConnectorSchedules extends Migration {
  override name = '2026-11-30-connector-schedules';

  override up(): void {
    const { flagOn } = DIALECTS[dialectOf(this.driver)];
    this.addSql(
      `create table if not exists "connector_schedules" ("provider" text not null primary key, "direction" text not null, "every_minutes" integer null, "cron" text null, "time_zone" text not null, "quiet_from" text null, "quiet_to" text null, "enabled" ${flagOn}, "next_turn_at" text null, "last_turn_at" text null, "last_turn_result" text null, "last_turn_run_id" integer null, "last_turn_message" text null, "failures" integer not null default 0, "updated_at" text not null)`,
    );
  }
}
