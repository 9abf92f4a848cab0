import * as z from 'zod';
import { PROVIDERS, Provider } from './providers.ts';
import { quote } from './quote.ts';
import { Direction } from './sync.ts';
import { lineOfText } from './text.ts';
import { TimeZone } from './time-zone.ts';

const [exampleProvider] = PROVIDERS;

/** Further apart than a month, turns are a person's to ask for. */
const MAX_MINUTES = 31 * 24 * 60;

/** Hour and minute on a wall clock. */
const timeOfDay = z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
  error: (issue) => `${quote(issue.input)} n’est pas une heure. Écrivez HH:MM, de 00:00 à 23:59.`,
});

/** Hours of each day, on the clocks of the schedule's zone, in which no turn begins. */
export const QuietHours = z
  .strictObject({
    from: timeOfDay.meta({ description: 'Début, HH:MM.' }),
    to: timeOfDay.meta({ description: 'Fin, HH:MM ; avant le début : le lendemain.' }),
  })
  .refine(({ from, to }) => from !== to, {
    error:
      'commencent et finissent à la même heure, ce qui couvre tout le jour. Changez from ou to, ou donnez null.',
  })
  .meta({ id: 'QuietHours' });
export type QuietHours = z.infer<typeof QuietHours>;

const whenFields = {
  every_minutes: z
    .int()
    .min(1)
    .max(MAX_MINUTES)
    .nullable()
    .meta({ description: 'Un tour toutes les N minutes ; `null` quand `cron` dit quand.' }),
  cron: lineOfText(255)
    .nullable()
    .meta({
      description:
        'Expression cron à cinq champs : minute, heure, jour du mois, mois, jour de la semaine ; `null` quand `every_minutes` dit quand.',
      examples: ['0 7 * * 1-5'],
    }),
};

const rules = {
  direction: Direction,
  time_zone: TimeZone.meta({ description: 'Fuseau des heures de `cron` et des heures calmes.' }),
  quiet_hours: QuietHours.nullable().meta({
    description: 'Aucun tour ne commence dans ces heures ; `null` : il n’y en a pas.',
  }),
  enabled: z.boolean().meta({ description: 'Faux : le planning est gardé, mais aucun tour n’a lieu.' }),
};

/** How a turn ended; the first four are those of its run. */
export const TURN_RESULTS = ['running', 'success', 'partial', 'error', 'skipped', 'refused'] as const;

/** The latest turn of a schedule. */
export const ScheduledTurn = z
  .strictObject({
    at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    result: z.enum(TURN_RESULTS).meta({
      description:
        'Celui de l’exécution, ou `skipped` : une autre était en cours ; `refused` : elle n’a pas pu commencer.',
    }),
    run_id: z.int().nullable().meta({ description: 'L’exécution du tour ; `null` s’il n’y en a pas eu.' }),
    message: z.string().nullable().meta({ description: 'Phrase à montrer telle quelle.' }),
  })
  .meta({ id: 'ScheduledTurn' });
export type ScheduledTurn = z.infer<typeof ScheduledTurn>;

const exampleRules = {
  every_minutes: null,
  cron: '0 7 * * 1-5',
  direction: 'sync',
  time_zone: 'Europe/Paris',
  quiet_hours: { from: '22:00', to: '06:00' },
  enabled: true,
} as const;

/** When a connector synchronises by itself. */
export const ConnectorSchedule = z
  .strictObject({
    provider: Provider,
    ...whenFields,
    ...rules,
    next_turn_at: z
      .string()
      .nullable()
      .meta({ description: 'ISO 8601, UTC ; `null` quand le planning est éteint.' }),
    last_turn: ScheduledTurn.nullable(),
    failures: z.int().min(0).meta({ description: 'Tours échoués de suite.' }),
    notice: z
      .string()
      .nullable()
      .meta({ description: 'Phrase à montrer telle quelle : pourquoi les tours sont espacés.' }),
    updated_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({
    id: 'ConnectorSchedule',
    examples: [
      {
        provider: exampleProvider,
        ...exampleRules,
        next_turn_at: '2026-11-16T06:00:00.000Z',
        last_turn: {
          at: '2026-11-13T06:00:00.000Z',
          result: 'success',
          run_id: 12,
          message: null,
        },
        failures: 0,
        notice: null,
        updated_at: '2026-11-12T09:30:00.000Z',
      },
    ],
  });
export type ConnectorSchedule = z.infer<typeof ConnectorSchedule>;

export const GetScheduleInput = z.strictObject({ provider: Provider });
export type GetScheduleInput = z.infer<typeof GetScheduleInput>;

export const SaveScheduleInput = z
  .strictObject({
    provider: Provider,
    every_minutes: whenFields.every_minutes.optional(),
    cron: whenFields.cron.optional(),
    ...rules,
    time_zone: rules.time_zone.optional().meta({ description: '`Europe/Paris` par défaut.' }),
    quiet_hours: rules.quiet_hours.optional(),
    enabled: rules.enabled.optional().meta({ description: 'Vrai par défaut.' }),
  })
  .refine(({ every_minutes, cron }) => (every_minutes ?? null) === null || (cron ?? null) === null, {
    error: 'every_minutes et cron sont donnés tous les deux. Gardez l’un, et donnez null à l’autre.',
  })
  .refine(({ every_minutes, cron }) => (every_minutes ?? null) !== null || (cron ?? null) !== null, {
    error: 'Rien ne dit quand. Donnez every_minutes (par exemple 30), ou cron (par exemple « 0 7 * * 1-5 »).',
  })
  .meta({ examples: [{ provider: exampleProvider, ...exampleRules }] });
export type SaveScheduleInput = z.infer<typeof SaveScheduleInput>;

export const ScheduleOutput = z
  .strictObject({
    success: z.literal(true),
    data: ConnectorSchedule.nullable().meta({ description: '`null` : aucun planning.' }),
  })
  .meta({ id: 'ConnectorScheduleAnswer' });
export type ScheduleOutput = z.infer<typeof ScheduleOutput>;

export const DeleteScheduleInput = z.strictObject({ provider: Provider });
export type DeleteScheduleInput = z.infer<typeof DeleteScheduleInput>;

export const DeleteScheduleOutput = z.strictObject({ success: z.literal(true), message: z.string() }).meta({
  id: 'ConnectorScheduleDeleted',
  examples: [{ success: true, message: `Planning supprimé pour ${exampleProvider}.` }],
});
export type DeleteScheduleOutput = z.infer<typeof DeleteScheduleOutput>;
