import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { Database } from '../open-database.ts';
import type { Work } from './work.ts';

/** A process's claim on a run: good until another process raises the fence. */
export interface RunHold {
  readonly runId: number;
  readonly fence: number;
}

/**
 * Whether the hold is good; to be asked first in a transaction. It writes, so that SQLite's lock is taken before
 * anything is read, and so that on PostgreSQL nobody takes the run over before the transaction ends.
 */
export async function holdsRun({ em }: Pick<Work, 'em'>, { runId, fence }: RunHold): Promise<boolean> {
  return changed(
    em,
    'update sync_runs set version = version + 1 where id = ? and fence = ? and active_provider is not null',
    [runId, fence],
  );
}

/** Tells that the run's process lives; whether the run is still its own, and whether it was asked to stop. */
export async function renewHold(
  { em, sql }: Pick<Work, 'em' | 'sql'>,
  { runId, fence }: RunHold,
  leaseSeconds: number,
): Promise<{ isHeld: boolean; isCancelled: boolean }> {
  const [row] = await em.execute<{ cancel_requested_at: string | null }[]>(
    `update sync_runs set lease_until = ${sql.instantIn(leaseSeconds)}
     where id = ? and fence = ? and active_provider is not null returning cancel_requested_at`,
    [runId, fence],
  );
  return { isHeld: row !== undefined, isCancelled: row !== undefined && row.cancel_requested_at !== null };
}

/**
 * Takes a run for `owner`, active or ended, if nobody else did since its fence was read; `null` when someone did.
 * Throws a unique violation while another run of the provider is active.
 */
export async function takeRun(
  { em, sql }: Pick<Work, 'em' | 'sql'>,
  { runId, fence }: RunHold,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<RunHold | null> {
  const taken = await changed(
    em,
    `update sync_runs set fence = fence + 1, owner = ?, active_provider = provider, lease_until = ${sql.instantIn(leaseSeconds)},
       cancel_requested_at = null, ended_as = null, wait = null, version = version + 1
     where id = ? and fence = ? and details_removed_at is null`,
    [owner, runId, fence],
  );
  return taken ? { runId, fence: fence + 1 } : null;
}

/** Asks an active run to stop; whether there was one. */
export function requestCancel({ em }: Pick<Work, 'em'>, runId: number, now: string): Promise<boolean> {
  return changed(
    em,
    'update sync_runs set cancel_requested_at = ?, version = version + 1 where id = ? and active_provider is not null',
    [now, runId],
  );
}

/** An active run as whoever looks for dead ones sees it. */
export interface ActiveRun {
  readonly id: number;
  readonly fence: number;
  readonly provider: string;
  readonly owner: string;
  readonly on_interruption: string;
  /** By the database's own clock: those of two machines differ. 0 or 1. */
  readonly is_expired: number;
}

/** Every run that some process holds. */
export function activeRuns(database: Pick<Database, 'em' | 'sql'>): Promise<ActiveRun[]> {
  return database.em().execute<ActiveRun[]>(
    `select id, fence, provider, owner, on_interruption, case when lease_until < ${database.sql.instantIn(0)} then 1 else 0 end as is_expired
       from sync_runs where active_provider is not null order by id`,
  );
}

/** A run that ended with its process, in order. */
export type StoppedRun = Pick<ActiveRun, 'id' | 'fence' | 'provider' | 'on_interruption'>;

/** The runs that ended so and that no later run of their provider followed. */
export function interruptedRuns(database: Pick<Database, 'em'>): Promise<StoppedRun[]> {
  return database.em().execute<StoppedRun[]>(
    `select r.id, r.fence, r.provider, r.on_interruption from sync_runs r
       where r.ended_as = 'interrupted' and r.details_removed_at is null and r.id = (select max(n.id) from sync_runs n where n.provider = r.provider) order by r.id`,
  );
}

async function changed(em: SqlEntityManager, sql: string, parameters: unknown[]): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(sql, parameters, 'run');
  return affectedRows > 0;
}
