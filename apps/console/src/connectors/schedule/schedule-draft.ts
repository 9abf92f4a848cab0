import type { ConnectorSchedule, Provider, SaveScheduleInput } from '@passerelle/contracts';

/** How a person says when: never, at an interval, or by an expression. */
export const WAYS = ['never', 'interval', 'cron'] as const;
type Way = (typeof WAYS)[number];

/** Units of an interval, in minutes. */
export const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;

/** The schedule as its form holds it. */
export interface ScheduleDraft {
  readonly way: Way;
  readonly every: number | string;
  readonly unit: Unit;
  readonly cron: string;
  readonly direction: SaveScheduleInput['direction'];
  readonly zone: string;
  readonly isQuiet: boolean;
  readonly from: string;
  readonly to: string;
  readonly enabled: boolean;
}

/** What the form begins with: what is saved, or a turn an hour in the reader's own zone. */
export function draftOf(saved: ConnectorSchedule | null): ScheduleDraft {
  const minutes = saved?.every_minutes ?? UNITS.hours;
  const unit = (['days', 'hours', 'minutes'] as const).find((one) => minutes % UNITS[one] === 0) ?? 'minutes';
  return {
    way: saved === null ? 'never' : saved.cron === null ? 'interval' : 'cron',
    every: minutes / UNITS[unit],
    unit,
    cron: saved?.cron ?? '0 7 * * 1-5',
    direction: saved?.direction ?? 'import',
    zone: saved?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    isQuiet: saved?.quiet_hours != null,
    from: saved?.quiet_hours?.from ?? '22:00',
    to: saved?.quiet_hours?.to ?? '06:00',
    enabled: saved?.enabled ?? true,
  };
}

/** What is sent to the API, which has the last word on each value. */
export function inputOf(provider: Provider, draft: ScheduleDraft): SaveScheduleInput {
  const { way, every, unit, cron, direction, zone, isQuiet, from, to, enabled } = draft;
  const when =
    way === 'cron'
      ? { cron: cron.trim(), every_minutes: null }
      : { cron: null, every_minutes: Math.round(Number(every) * UNITS[unit]) };
  const quiet_hours = isQuiet ? { from, to } : null;
  return { provider, ...when, direction, time_zone: zone, quiet_hours, enabled };
}
