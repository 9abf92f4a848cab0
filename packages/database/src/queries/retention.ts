import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { RemoteMirror, SyncPlan } from '../entities/index.ts';
import type { Work } from './work.ts';

/** How long details are kept. Instants are ISO 8601 UTC. */
export interface RetentionRules {
  readonly now: string;
  /** Details of runs that ended before are kept no longer, nor are mirrors that no import has used since. */
  readonly detailsBefore: string;
  /** Records whose details are kept at most, those of the newest runs; the last run of a provider keeps its own. */
  readonly maxRecords: number;
  /** Plans that expired before are kept no longer. */
  readonly plansBefore: string;
}

/**
 * Gives up what is too old or too much: from now on nobody reads it, and the rows are to be forgotten in steps. Changes
 * a few short rows only, never what an active run needs. A run that could still be taken up no longer can once its time
 * has passed.
 */
export async function retireOld({ em }: Work, rules: RetentionRules): Promise<void> {
  await em.execute(
    `update sync_runs set details_removed_at = ?, version = version + 1
       where active_provider is null and details_removed_at is null and (
         id in (select l.id from sync_logs l where coalesce(l.completed_at, l.started_at) < ?)
         or id in (select kept.id from (
           select l.id, sum(l.records_processed) over (order by l.id desc) as records, max(l.id) over (partition by l.provider) as latest
             from sync_logs l join sync_runs r on r.id = l.id where r.details_removed_at is null
         ) kept where kept.records > ? and kept.id < kept.latest))`,
    [rules.now, rules.detailsBefore, rules.maxRecords],
    'run',
  );
  await em.nativeDelete(RemoteMirror, { listed_from: { $lt: rules.detailsBefore } });
  const old = await em.execute<{ id: number }[]>(
    `select p.id from sync_plans p where p.expires_at < ? and not exists
       (select 1 from sync_runs r where r.id = p.run_id and ${MAY_GO_ON})`,
    [rules.plansBefore],
  );
  await em.nativeDelete(SyncPlan, { id: { $in: old.map(({ id }) => id) } });
}

/** A run `r` that is under way, or that can be taken up. */
const MAY_GO_ON = `(r.active_provider is not null or (r.details_removed_at is null and coalesce(r.ended_as, 'finished') <> 'finished'
  and r.id = (select max(n.id) from sync_runs n where n.provider = r.provider)))`;

/** Rows that nothing reads any more: of one run, plan or remote table, `id` says which. */
export interface Leftover {
  readonly table: keyof typeof OWNERS;
  readonly id: number;
}

const RUN_IS_BARE =
  'exists (select 1 from sync_runs r where r.id = owned.id and r.details_removed_at is not null)';

/** Which column says whose the rows are, and whether `owned.id` is of an owner that has given them up. */
const OWNERS = {
  run_outcomes: { column: 'run_id', isGone: RUN_IS_BARE },
  run_exchanges: { column: 'run_id', isGone: RUN_IS_BARE },
  staged_records: {
    column: 'run_id',
    // Plans stage their rows under ids below 0, for as long as they are made.
    isGone: `not exists (select 1 from sync_runs r where r.id = owned.id and ${MAY_GO_ON})
      and not exists (select 1 from sync_plans p where p.id = -owned.id and p.state = 'planning')`,
  },
  plan_records: {
    column: 'plan_id',
    isGone: 'not exists (select 1 from sync_plans p where p.id = owned.id)',
  },
  mirrored_records: {
    column: 'remote_table_id',
    isGone: 'not exists (select 1 from remote_mirrors m where m.remote_table_id = owned.id)',
  },
} as const;

/** Everything there is to forget, by its owner. */
export async function leftovers(em: SqlEntityManager): Promise<Leftover[]> {
  const all: Leftover[] = [];
  for (const [table, { column, isGone }] of Object.entries(OWNERS) as OwnerEntries) {
    // From owner to owner along the key: rows are not walked, of which there may be millions.
    const rows = await em.execute<{ id: number }[]>(
      `with recursive owned(id) as (
         select min(${column}) from ${table}
         union all select (select min(t.${column}) from ${table} t where t.${column} > owned.id) from owned where owned.id is not null
       ) select owned.id from owned where owned.id is not null and ${isGone}`,
    );
    all.push(...rows.map(({ id }) => ({ table, id })));
  }
  return all;
}

type OwnerEntries = [Leftover['table'], (typeof OWNERS)[Leftover['table']]][];

/** Forgets some rows of a leftover; answers how many, fewer than `limit` when none are left or it is none any more. */
export async function forgetSome({ em, sql }: Work, { table, id }: Leftover, limit: number): Promise<number> {
  const { column, isGone } = OWNERS[table];
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `delete from ${table} where ${column} = ? and position in (
       select t.position from ${table} t where t.${column} = ? and exists
         (select 1 from (select cast(? as integer) as id) owned where ${isGone})
       order by t.position limit ? ${sql.lockFreeRows})`,
    [id, id, id, limit],
    'run',
  );
  return affectedRows;
}

/** Forgets some deletions that both sides came back from before an instant; answers how many. Decisions stay: they still hold. */
export async function forgetSettledDeletions(
  { em, sql }: Work,
  before: string,
  limit: number,
): Promise<number> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `delete from sync_deletions where id in (
       select id from sync_deletions where state in ('returned', 'restored') and coalesce(decided_at, noticed_at) < ?
       order by id limit ? ${sql.lockFreeRows})`,
    [before, limit],
    'run',
  );
  return affectedRows;
}
