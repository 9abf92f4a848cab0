import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../src/index.ts';
import { day } from './generated.ts';

test.each([
  ['2026-03-01', '2026-03-01'],
  [' 31/12/2026 ', '2026-12-31'],
  ['2028-02-29', '2028-02-29'],
  ['2026-03-01T23:30:00-05:00', '2026-03-01'],
  ['2026-03-01T00:30:00+14:00', '2026-03-01'],
  ['2026-03-01T10:00:00.000Z', '2026-03-01'],
  ['2026-03-01T10:00', '2026-03-01'],
  ['2026-03-01 10:00:59', '2026-03-01'],
])('%s is %s', (typed, value) => {
  expect(parseDate(typed)).toEqual({ ok: true, value });
});

describe('is refused in a French sentence that names the field, the value and the remedy', () => {
  test.each([
    ['2026-02-29', "n'existe pas dans le calendrier"],
    ['31/04/2026', "n'existe pas dans le calendrier"],
    ['12/31/2026', "n'existe pas dans le calendrier"],
    ['00/01/2026', "n'existe pas dans le calendrier"],
    ['2026-13-01', "n'existe pas dans le calendrier"],
    ['2026-02-30T10:00:00Z', "n'existe pas dans le calendrier"],
    ['1900-02-29', "n'existe pas dans le calendrier"],
    ['0026-03-01', 'est hors des années 1900 à 9999'],
    ['5/3/2026', "n'est pas une date"],
    ['01-03-2026', "n'est pas une date"],
    ['2026-03-01T25:00', "n'est pas une date"],
    ['2026-03-01T10:00+99:00', "n'est pas une date"],
    ['1er mars 2026', "n'est pas une date"],
    ['', "n'est pas une date"],
    [20260301, "n'est pas une date"],
    [null, "n'est pas une date"],
  ])('%s', (value, reason) => {
    const unquoted = new Map<unknown, string>([
      ['', 'un texte vide'],
      [null, 'null'],
    ]);
    const message = expect.stringContaining(`${unquoted.get(value) ?? `« ${value} »`} ${reason}`);
    expect(parseDate(value)).toMatchObject({ ok: false, message });
    expect(parseDate(value)).toMatchObject({
      message: expect.stringMatching(/^Champ date_echeance : .* Écrivez AAAA-MM-JJ ou JJ\/MM\/AAAA/),
    });
  });

  test('a text of a megabyte, in a short sentence', () => {
    const parsed = parseDate('2026-03-01'.repeat(100_000));
    expect(parsed.ok || parsed.message.length).toBeLessThan(250);
  });
});

test('every day that exists is read the same from its three notations', () => {
  const time = fc.constantFrom('T00:00:00Z', 'T23:59:59.999+02:00', ' 12:00', 't08:30z');
  fc.assert(
    fc.property(day, time, (iso, at) => {
      const [year, month, date] = iso.split('-');
      for (const typed of [iso, `${date}/${month}/${year}`, `${iso}${at}`]) {
        expect(parseDate(typed)).toEqual({ ok: true, value: iso });
      }
    }),
  );
});

test('a day is accepted exactly when the calendar has it', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, date) => {
      const written = `${year}-${month}-${date}`;
      const ms = Date.parse(`${written}T00:00:00Z`);
      const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
      expect(parseDate(written).ok).toBe(exists);
    }),
    { numRuns: 500 },
  );
});
