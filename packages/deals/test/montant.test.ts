import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEuros, MAX_MONTANT, parseMontant } from '../src/index.ts';
import { amountInCents } from './generated.ts';

const THIN = '\u202f';

test.each([
  ['8 500,50 €', 8500.5],
  [`8${THIN}500,50\u00a0€`, 8500.5],
  ['8,500.50', 8500.5],
  ['8.500,50', 8500.5],
  ['8’500.50', 8500.5],
  ['8500,50', 8500.5],
  ['8500.5', 8500.5],
  ['  1 234 567 EUR ', 1234567],
  ['€1,234,567.89', 1234567.89],
  ['1.234.567', 1234567],
  ['1500 euros', 1500],
  ['0,500', 0.5],
  ['8 500,500', 8500.5],
  [12.34, 12.34],
  [MAX_MONTANT, MAX_MONTANT],
])('%s is %d', (typed, value) => {
  expect(parseMontant(typed)).toEqual({ ok: true, value });
});

describe('is refused in a French sentence that names the field, the value and the remedy', () => {
  test.each([
    ['8,500', 'peut se lire de deux façons. Écrivez 8500 ou 8,50.'],
    ['8.125', 'peut se lire de deux façons. Écrivez 8125 ou 8,1250.'],
    ['12 34', "n'est pas un montant en euros"],
    ['1.234,567.89', "n'est pas un montant en euros"],
    ['1,50,00', "n'est pas un montant en euros"],
    ['8500 $', "n'est pas un montant en euros"],
    ['mille', "n'est pas un montant en euros"],
    ['12k', "n'est pas un montant en euros"],
    ['1e5', "n'est pas un montant en euros"],
    ['0x10', "n'est pas un montant en euros"],
    ['NaN', "n'est pas un montant en euros"],
    ['Infinity', "n'est pas un montant en euros"],
    ['٣', "n'est pas un montant en euros"],
    ['0,00 €', "n'est pas supérieur à 0"],
    ['-8 500 €', "n'est pas supérieur à 0"],
    ['9 999 999 999 999', 'dépasse la limite de 999 999 999 999,99 €'],
    [0, "n'est pas supérieur à 0"],
    [-1, "n'est pas supérieur à 0"],
    [Number.NaN, "n'est pas un nombre fini"],
    [Number.POSITIVE_INFINITY, "n'est pas un nombre fini"],
    [1e15, 'dépasse la limite'],
  ])('%s', (value, reason) => {
    const parsed = parseMontant(value);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(`« ${value} » ${reason}`) });
    expect(parsed).toMatchObject({
      message: expect.stringMatching(/^Champ montant_brut : .*(Écrivez|Vérifiez)/),
    });
  });

  test.each([null, undefined, '', ' \u00a0 '])('a missing amount: %s', (value) => {
    expect(parseMontant(value)).toEqual({
      ok: false,
      message:
        'Champ montant_brut : le montant manque. Écrivez un nombre supérieur à 0, par exemple 8500,50.',
    });
  });

  test.each([[true], [['8500']], [{ value: 8500 }]])('%j', (value) => {
    expect(parseMontant(value)).toMatchObject({ ok: false });
  });

  test('a text of a megabyte, in a short sentence and at once', () => {
    const started = performance.now();
    for (const text of ['9'.repeat(1_000_000), ' '.repeat(1_000_000), '1 '.repeat(500_000)]) {
      const parsed = parseMontant(text);
      expect(parsed.ok).toBe(false);
      expect(parsed.ok || parsed.message.length).toBeLessThan(250);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('every amount is read as it was', () => {
  const notations: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace(',', '.'),
    (text) => text.replaceAll(' ', THIN),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll(' ', '.'),
    (text) => text.replaceAll(' ', '’'),
    (text) => text.replace(',', '.').replaceAll(' ', "'"),
    (text) => text.replace(',', ';').replaceAll(' ', ',').replace(';', '.'),
    (text) => text.replaceAll(' ', ''),
  ];

  test('from our own format and from every notation with two decimals', () => {
    fc.assert(
      fc.property(amountInCents, fc.constantFrom(...notations), (amount, notation) => {
        const cents = formatEuros(amount).includes(',') ? '' : ',00';
        const typed = formatEuros(amount).replace(' €', cents);
        expect(parseMontant(formatEuros(amount))).toEqual({ ok: true, value: amount });
        expect(parseMontant(notation(typed))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test('as a number, whatever its decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: MAX_MONTANT, noNaN: true }), (amount) => {
        expect(parseMontant(amount)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test('one separator before three digits is never guessed, unless the rest of the text settles it', () => {
    const whole = fc.integer({ min: 1, max: 999 }).map(String);
    const three = fc.stringMatching(/^\d{3}$/);
    fc.assert(
      fc.property(whole, three, fc.constantFrom('.', ','), (before, after, separator) => {
        expect(parseMontant(`${before}${separator}${after}`).ok).toBe(false);
        expect(parseMontant(`1${after}${separator}${after}`)).toEqual({
          ok: true,
          value: Number(`1${after}.${after}`),
        });
        expect(parseMontant(`${before}${separator}${after}${separator}${after}`)).toEqual({
          ok: true,
          value: Number(`${before}${after}${after}`),
        });
      }),
    );
  });
});
