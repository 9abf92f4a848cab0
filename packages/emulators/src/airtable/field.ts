import type { Random } from '../core/index.ts';
import { newAirtableId } from './airtable-id.ts';
import { type FieldType, isSelectType } from './field-types.ts';

/** One option of a select column. */
export interface Choice {
  readonly id: string;
  name: string;
  readonly color: string;
}

/** A column, as the emulator keeps it; cells refer to it by id, so that renaming touches nothing else. */
export interface AirtableField {
  readonly id: string;
  name: string;
  type: FieldType;
  description: string | undefined;
  /** All but `choices`, which are kept beside. */
  options: Readonly<Record<string, unknown>>;
  choices: Choice[];
}

/** A column to begin with. Select options are given by name, or with the id they must have. */
export interface FieldSeed {
  readonly name: string;
  readonly type: FieldType;
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  readonly choices?: readonly (string | { name: string; id?: string; color?: string })[] | undefined;
}

const HUES = ['blue', 'cyan', 'teal', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'gray'];
const COLORS = ['Light2', 'Light1', 'Bright', 'Dark1'].flatMap((shade) => HUES.map((hue) => hue + shade));

/** The option a column would get next: a new id and the next colour in Airtable's order. */
export function newChoice(name: string, already: number, random: Random): Choice {
  return { id: newAirtableId('sel', random), name, color: COLORS[already % COLORS.length] as string };
}

/** A column made from its seed, with what was left out filled in as Airtable does. */
export function createField(seed: FieldSeed, random: Random): AirtableField {
  return {
    id: seed.id ?? newAirtableId('fld', random),
    name: seed.name,
    type: seed.type,
    description: seed.description,
    options: seed.options ?? DEFAULT_OPTIONS[seed.type] ?? {},
    choices: (seed.choices ?? []).map((choice, index) => {
      const given = typeof choice === 'string' ? { name: choice } : choice;
      return { ...newChoice(given.name, index, random), ...given };
    }),
  };
}

const iso = { dateFormat: { name: 'iso', format: 'YYYY-MM-DD' } };
const isoTime = { ...iso, timeFormat: { name: '24hour', format: 'HH:mm' }, timeZone: 'utc' };

const DEFAULT_OPTIONS: Partial<Record<FieldType, Readonly<Record<string, unknown>>>> = {
  number: { precision: 0 },
  percent: { precision: 0 },
  currency: { precision: 2, symbol: '€' },
  date: iso,
  dateTime: isoTime,
  duration: { durationFormat: 'h:mm' },
  rating: { max: 5, icon: 'star', color: 'yellowBright' },
  checkbox: { icon: 'check', color: 'greenBright' },
  createdTime: { result: { type: 'dateTime', options: isoTime } },
  lastModifiedTime: { isValid: true, referencedFieldIds: [], result: { type: 'dateTime', options: isoTime } },
  multipleAttachments: { isReversed: false },
};

/** The column as the metadata calls answer it. */
export function describeField(field: AirtableField): Record<string, unknown> {
  const options = isSelectType(field.type) ? { ...field.options, choices: field.choices } : field.options;
  return {
    type: field.type,
    ...(Object.keys(options).length > 0 && { options }),
    id: field.id,
    name: field.name,
    ...(field.description !== undefined && { description: field.description }),
  };
}
