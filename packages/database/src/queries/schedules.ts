import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { ConnectorSchedule, SyncLog } from '../entities/index.ts';

/** When turns take place, and which way they go. */
export interface SchedulePlan {
  readonly direction: 'import' | 'export' | 'sync';
  readonly everyMinutes: number | null;
  readonly cron: string | null;
  readonly timeZone: string;
  /** `HH:MM` each. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  readonly enabled: boolean;
}

/** A provider's schedule as it stands. */
export interface Schedule extends SchedulePlan {
  readonly provider: string;
  readonly updatedAt: string;
  readonly nextTurnAt: string | null;
  readonly lastTurn: {
    readonly at: string;
    readonly result: string;
    readonly runId: number | null;
    readonly message: string | null;
  } | null;
  readonly failures: number;
}

/** The provider's schedule with what became of its last turn's run; `null` when there is none. */
export async function scheduleOf(em: SqlEntityManager, provider: string): Promise<Schedule | null> {
  const row = await em.findOne(ConnectorSchedule, { provider });
  if (row === null) return null;
  const schedule = scheduleIn(row);
  const { lastTurn } = schedule;
  if (lastTurn?.result !== 'run') return schedule;
  const log = await em.findOne(SyncLog, { id: lastTurn.runId ?? 0 });
  const ended = { result: log?.status ?? 'error', message: log?.error_message ?? null };
  return { ...schedule, lastTurn: { ...lastTurn, ...ended } };
}

/** Stores a provider's schedule in place of any other; how often turns failed is forgotten, the last turn is not. */
export async function saveSchedule(
  em: SqlEntityManager,
  schedule: SchedulePlan & Pick<Schedule, 'provider' | 'updatedAt' | 'nextTurnAt'>,
): Promise<void> {
  await em.upsert(ConnectorSchedule, {
    provider: schedule.provider,
    direction: schedule.direction,
    every_minutes: schedule.everyMinutes,
    cron: schedule.cron,
    time_zone: schedule.timeZone,
    quiet_from: schedule.quietHours?.from ?? null,
    quiet_to: schedule.quietHours?.to ?? null,
    enabled: schedule.enabled,
    next_turn_at: schedule.nextTurnAt,
    failures: 0,
    updated_at: schedule.updatedAt,
  });
}

/** Removes a provider's schedule; whether there was one. */
export async function removeSchedule(em: SqlEntityManager, provider: string): Promise<boolean> {
  return (await em.nativeDelete(ConnectorSchedule, { provider })) > 0;
}

/** The schedules whose turn has come. */
export async function dueSchedules(em: SqlEntityManager, now: Date): Promise<Schedule[]> {
  const rows = await em.find(
    ConnectorSchedule,
    { next_turn_at: { $lte: now.toISOString() } },
    { orderBy: { next_turn_at: 'asc', provider: 'asc' } },
  );
  return rows.map(scheduleIn);
}

/** What is written of a turn by whoever does it. */
export interface TurnClaim {
  readonly nextTurnAt: string | null;
  /** Absent when there is no turn after all, only another time for it. */
  readonly turn?: {
    readonly at: string;
    readonly result: 'run' | 'skipped' | 'refused';
    readonly runId: number | null;
    readonly message: string | null;
  };
}

/** Claims the turn that was seen due; false when another process did, or the schedule was saved anew. */
export async function claimTurn(
  em: SqlEntityManager,
  seen: Pick<Schedule, 'provider' | 'nextTurnAt' | 'updatedAt'>,
  { nextTurnAt, turn }: TurnClaim,
): Promise<boolean> {
  const due = { provider: seen.provider, next_turn_at: seen.nextTurnAt, updated_at: seen.updatedAt };
  const told = turn && {
    last_turn_at: turn.at,
    last_turn_result: turn.result,
    last_turn_run_id: turn.runId,
    last_turn_message: turn.message,
  };
  return (await em.nativeUpdate(ConnectorSchedule, due, { next_turn_at: nextTurnAt, ...told })) > 0;
}

/** Keeps how many turns in a row failed, and that no turn comes before an instant; nothing when it was saved anew meanwhile. */
export async function keepFailures(
  em: SqlEntityManager,
  seen: Pick<Schedule, 'provider' | 'updatedAt'>,
  { failures, notBefore }: { failures: number; notBefore: string | null },
): Promise<void> {
  const same = { provider: seen.provider, updated_at: seen.updatedAt };
  await em.nativeUpdate(ConnectorSchedule, same, { failures });
  const tooSoon = { ...same, next_turn_at: { $lt: notBefore } };
  await em.nativeUpdate(ConnectorSchedule, tooSoon, { next_turn_at: notBefore });
}

function scheduleIn(row: ConnectorSchedule): Schedule {
  const { quiet_from: from = null, quiet_to: to = null, last_turn_at: at = null } = row;
  return {
    provider: row.provider,
    direction: row.direction as Schedule['direction'],
    everyMinutes: row.every_minutes ?? null,
    cron: row.cron ?? null,
    timeZone: row.time_zone,
    quietHours: from === null || to === null ? null : { from, to },
    enabled: row.enabled,
    nextTurnAt: row.next_turn_at ?? null,
    lastTurn:
      at === null
        ? null
        : {
            at,
            result: row.last_turn_result ?? 'refused',
            runId: row.last_turn_run_id ?? null,
            message: row.last_turn_message ?? null,
          },
    failures: row.failures,
    updatedAt: row.updated_at,
  };
}
