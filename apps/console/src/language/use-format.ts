import { useMemo } from 'react';
import type { Language } from './language.ts';
import { useTranslate } from './use-translate.ts';

const REGION: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Numbers, amounts, days and times as the reader writes them, in the reader's own zone. */
export type Format = ReturnType<typeof formatsOf>;

/** Formats of the reader's language. */
export function useFormat(): Format {
  const { language } = useTranslate();
  return useMemo(() => formatsOf(REGION[language]), [language]);
}

function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const euros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const roundEuros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const exactTime = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return {
    number: (value: number) => number.format(value),
    decimal: (value: number) => decimal.format(value),
    /** A duration: `4,1 s`, `2 min 5 s`. */
    seconds: (value: number) =>
      value < 60
        ? `${decimal.format(value)} s`
        : `${number.format(Math.floor(value / 60))} min ${Math.round(value % 60)} s`,
    percent: (value: number) => `${decimal.format(value)} %`,
    euros: (value: number) => euros.format(value),
    /** To the euro, where cents would hide what matters. */
    roundEuros: (value: number) => roundEuros.format(value),
    /** A day without time, such as a deadline: the same in every zone. */
    day: (isoDay: string) => day.format(new Date(`${isoDay.slice(0, 10)}T00:00:00Z`)),
    time: (isoTime: string) => time.format(new Date(isoTime)),
    exactTime: (isoTime: string) => exactTime.format(new Date(isoTime)),
    ago: (isoTime: string, now: Date = new Date()) =>
      sinceThen(ago, (Date.parse(isoTime) - now.getTime()) / 1000),
  };
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function sinceThen(format: Intl.RelativeTimeFormat, seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return format.format(Math.trunc(seconds / size), unit);
}
