import { Migration } from '@mikro-orm/migrations';

/** What each bound column held when it was bound: one that became another kind since is noticed. */
export class KindsOfBoundColumns extends Migration {
  override name = '2026-11-25-kinds-of-bound-columns';

  override up(): void {
    this.addSql(`alter table "column_bindings" add column "column_kind" text null`);
  }
}
