import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** What imports last read of each remote table, so that the next one asks for changes only. */
export class RemoteMirrors extends Migration {
  override name = '2026-11-25-remote-mirrors';

  override up(): void {
    const { clustered } = DIALECTS[dialectOf(this.driver)];
    this.addSql(
      `create table if not exists "remote_mirrors" ("remote_table_id" integer not null primary key, "listed_from" text not null, "reading" text not null, "options" text not null, "listings_of_changes" integer not null default 0)`,
    );
    this.addSql(
      `create table if not exists "mirrored_records" ("remote_table_id" integer not null, "position" integer not null, "external_id" text not null, "remote_created_at" text not null, "remote_edited_at" text null, "client" text null, "deal_values" text not null, "reasons" text null, "unknown_status" text null, primary key ("remote_table_id", "position"))${clustered}`,
    );
    this.addSql(
      `create unique index if not exists "mirrored_records_external_id_remote_table_id_unique" on "mirrored_records" ("external_id", "remote_table_id")`,
    );
  }
}
