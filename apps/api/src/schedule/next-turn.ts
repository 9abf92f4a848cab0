import type { SchedulePlan } from '@passerelle/database';
import { Cron } from 'croner';
import { endOfQuiet } from './quiet-hours.ts';

/** What says when turns take place. An interval is counted from `updatedAt`. */
export type TurnRule = Pick<SchedulePlan, 'everyMinutes' | 'cron' | 'timeZone' | 'quietHours'> & {
  readonly updatedAt: string;
};

/** Times in a row that may fall into quiet hours: more than a year of days. */
const MAX_QUIET_TIMES = 400;

/** The first turn after an instant, outside quiet hours; `null` when there is none. */
export function nextTurn(rule: TurnRule, after: Date): Date | null {
  const { everyMinutes, cron, quietHours, timeZone } = rule;
  const past = (instant: Date) => (quietHours ? endOfQuiet(instant, quietHours, timeZone) : instant);
  if (everyMinutes !== null) return past(nextOfInterval(everyMinutes, new Date(rule.updatedAt), after));
  if (cron === null) return null;
  const expression = readCron(cron, timeZone);
  let time = expression.nextRun(after);
  for (let quietTimes = 0; time !== null && quietTimes < MAX_QUIET_TIMES; quietTimes++) {
    const open = past(time);
    if (open.getTime() === time.getTime()) return time;
    // The minute the quiet hours end in is not quiet.
    time = expression.nextRun(new Date(open.getTime() - 1));
  }
  return null;
}

/**
 * Reads an expression of five fields; throws what `croner` does for any other. One that names its hours takes place
 * once on the day a time comes twice, and after the gap on the day it is left out, as cron has always done.
 */
export function readCron(cron: string, timeZone: string): Cron {
  return new Cron(cron, { timezone: timeZone, mode: '5-part', fixedTimeRule: 'no-wildcard', paused: true });
}

function nextOfInterval(everyMinutes: number, from: Date, after: Date): Date {
  const everyMs = everyMinutes * 60_000;
  const turns = Math.floor((after.getTime() - from.getTime()) / everyMs) + 1;
  return new Date(from.getTime() + Math.max(1, turns) * everyMs);
}
