import { type CellValue, ConnectorError, isCalendarDay, isUnreadable } from '@passerelle/connector';
import { fieldRule } from '../table/field-rules.ts';
import type { Field } from '../table/wire.ts';
import { choicesIn } from './choices-in.ts';
import { startOfDay } from './time-zone.ts';

/** What Airtable takes for a cell. */
type WireValue = string | number | boolean | readonly string[] | null;

/** Gives `undefined` when the value cannot go into such a column. */
type Writer = (value: Exclude<CellValue, null>, field: Field) => WireValue | undefined;

/** A moment that is a whole day where its clock is; any other time of day would be lost in a column of days. */
const WHOLE_DAY = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DECIMAL = /^-?\d+(\.\d+)?$/;

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value);

const text: Writer = (value) => {
  if (typeof value === 'number') return String(value);
  if (isNames(value)) return value.join(', ');
  return typeof value === 'string' ? value : undefined;
};

const number: Writer = (value) => {
  if (typeof value === 'string' && DECIMAL.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const checkbox: Writer = (value) => (typeof value === 'boolean' ? value : undefined);

const date: Writer = (value) => {
  const [, day = ''] = typeof value === 'string' ? (WHOLE_DAY.exec(value) ?? []) : [];
  return isCalendarDay(day) ? day : undefined;
};

/** A day alone is its first moment where the column is, so that Airtable shows that day. */
const dateTime: Writer = (value, { options }) => {
  if (typeof value !== 'string' || !isMoment(value)) return undefined;
  return isCalendarDay(value) ? startOfDay(value, options?.timeZone ?? 'utc') : value;
};

const choice: Writer = (value, field) => {
  const names = choicesIn(field, value);
  return names === undefined || names.length > 1 ? undefined : (names[0] ?? null);
};

const choices: Writer = (value, field) => choicesIn(field, value);

/** Airtable has no rating of 0: an unrated row is empty. */
const rating: Writer = (value, field) => {
  const stars = number(value, field);
  const isRating = typeof stars === 'number' && Number.isInteger(stars) && stars >= 1;
  return isRating && stars <= (field.options?.max ?? stars) ? stars : undefined;
};

const WRITERS: Readonly<Record<string, Writer>> = {
  singleLineText: text,
  multilineText: text,
  richText: text,
  email: text,
  url: text,
  phoneNumber: text,
  number,
  currency: number,
  percent: number,
  duration: number,
  rating,
  checkbox,
  date,
  dateTime,
  singleSelect: choice,
  multipleSelects: choices,
};

/**
 * A cell as Airtable takes it; `null` empties any cell.
 *
 * @throws ConnectorError `value_refused`, naming the column, before anything is sent.
 */
export function writeCell(field: Field, value: CellValue): WireValue {
  const { readOnlyReason } = fieldRule(field);
  if (readOnlyReason !== null) throw refused(field, `elle est en lecture seule. ${readOnlyReason}`);
  if (value === null) return null;
  const written = isUnreadable(value) ? undefined : WRITERS[field.type]?.(value, field);
  if (written !== undefined) return written;
  throw refused(
    field,
    `elle (type ${field.type}) n'accepte pas ${JSON.stringify(value)}. Corrigez la valeur, ou reliez ce champ à une colonne d'un autre type.`,
  );
}

function refused(field: Field, why: string): ConnectorError {
  return new ConnectorError(
    'value_refused',
    `La colonne « ${field.name} » d'Airtable ne peut pas être écrite : ${why}`,
  );
}

function isMoment(value: string): boolean {
  return isCalendarDay(value.slice(0, DAY_LENGTH)) && !Number.isNaN(Date.parse(value));
}
