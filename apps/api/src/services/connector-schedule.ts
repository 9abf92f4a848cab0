import {
  type ConnectorSchedule,
  ContractError,
  DEFAULT_TIME_ZONE,
  noScheduleMessage,
  type Provider,
  type SaveScheduleInput,
  type ScheduledTurn,
} from '@passerelle/contracts';
import {
  type Database,
  removeSchedule,
  type Schedule,
  type SchedulePlan,
  saveSchedule,
  scheduleOf,
} from '@passerelle/database';
import { checkSchedule } from '../schedule/check-schedule.ts';
import { nextTurn } from '../schedule/next-turn.ts';
import { slowedNotice } from '../schedule/slow-down.ts';

/** The provider's schedule as the contract tells it. */
export async function readSchedule(
  database: Database,
  provider: Provider,
): Promise<ConnectorSchedule | null> {
  const schedule = await scheduleOf(database.em(), provider);
  return schedule && answerOf(schedule, provider);
}

/** Stores a schedule in place of any other, its turns counted from now. Throws `ContractError` `bad_input`. */
export async function storeSchedule(
  database: Database,
  { provider, ...input }: SaveScheduleInput,
  now: Date,
): Promise<ConnectorSchedule | null> {
  const plan: SchedulePlan = {
    direction: input.direction,
    everyMinutes: input.every_minutes ?? null,
    cron: input.cron ?? null,
    timeZone: canonicalZone(input.time_zone ?? DEFAULT_TIME_ZONE),
    quietHours: input.quiet_hours ?? null,
    enabled: input.enabled ?? true,
  };
  const rule = { ...plan, updatedAt: now.toISOString() };
  checkSchedule(rule);
  const nextTurnAt = plan.enabled ? (nextTurn(rule, now)?.toISOString() ?? null) : null;
  await saveSchedule(database.em(), { ...rule, provider, nextTurnAt });
  return readSchedule(database, provider);
}

/** Removes the provider's schedule. Throws `ContractError` `not_found`. */
export async function dropSchedule(database: Database, provider: Provider): Promise<void> {
  if (!(await removeSchedule(database.em(), provider))) {
    throw new ContractError('not_found', noScheduleMessage(provider));
  }
}

/** Zones are named in any case of letters, and stored as the time zone database writes them. */
function canonicalZone(name: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}

function answerOf(schedule: Schedule, provider: Provider): ConnectorSchedule {
  const { lastTurn, quietHours } = schedule;
  return {
    provider,
    every_minutes: schedule.everyMinutes,
    cron: schedule.cron,
    direction: schedule.direction,
    time_zone: schedule.timeZone,
    quiet_hours: quietHours && { ...quietHours },
    enabled: schedule.enabled,
    next_turn_at: schedule.nextTurnAt,
    last_turn: lastTurn && {
      at: lastTurn.at,
      result: lastTurn.result as ScheduledTurn['result'],
      run_id: lastTurn.runId,
      message: lastTurn.message,
    },
    failures: schedule.failures,
    notice: schedule.enabled ? slowedNotice(schedule.failures) : null,
    updated_at: schedule.updatedAt,
  };
}
