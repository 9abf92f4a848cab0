import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatEuros,
  meanMoney,
  probabiliteOf,
  roundToCents,
  sumMoney,
  valeurPonderee,
} from '../src/index.ts';
import { amountInCents, statut } from './generated.ts';

/** Hand arithmetic on whole numbers: cents × tenths of probability, halves up. */
function weightedInCents(amount: number, tenths: number): bigint {
  return (BigInt(Math.round(amount * 100)) * BigInt(tenths) + 5n) / 10n;
}

describe('valeur_ponderee', () => {
  test.each([
    [8500.5, 'prospect', 850.05],
    [1.15, 'négociation', 0.81], // 0.805 exactly, 0.8049999999999999 in binary
    [0.05, 'prospect', 0.01],
    [0.35, 'qualifié', 0.11],
    [1234.56, 'gagné', 1234.56],
    [1.005, 'gagné - en cours', 1.01],
    [999_999_999_999.99, 'négociation', 699_999_999_999.99],
  ] as const)('%d × %s is %d', (montant, of, value) => {
    expect(valeurPonderee(montant, of)).toBe(value);
  });

  test('is what whole-number arithmetic says, for every amount', () => {
    const exact = fc.integer({ min: 1, max: 9_000_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(exact, statut, (amount, of) => {
        const tenths = Math.round(probabiliteOf(of) * 10);
        expect(valeurPonderee(amount, of)).toBe(Number(weightedInCents(amount, tenths)) / 100);
      }),
    );
  });
});

describe('sums and means', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(sumMoney([0.1, 0.2])).toBe(0.3);
    expect(sumMoney([])).toBe(0);
  });

  test('the sums of the parts are the whole, to the cent, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.array(amountInCents, { maxLength: 20 }), { maxLength: 8 }), (parts) => {
        const whole = sumMoney(parts.flat());
        const cents = parts.flat().reduce((sum, amount) => sum + BigInt(Math.round(amount * 100)), 0n);
        expect(sumMoney(parts.map((part) => sumMoney(part)))).toBe(whole);
        expect(whole).toBe(Number(`${cents}e-2`));
      }),
    );
  });

  test('a mean is to the cent, halves up, and 0 of nothing', () => {
    expect(meanMoney(100, 3)).toBe(33.33);
    expect(meanMoney(0.01, 2)).toBe(0.01);
    expect(meanMoney(0, 0)).toBe(0);
  });

  test('rounding is decimal', () => {
    expect(roundToCents(1.005)).toBe(1.01);
    expect(roundToCents(2.675)).toBe(2.68);
    expect(roundToCents(1500)).toBe(1500);
  });
});

test.each([
  [1500.5, '1 500,50 €'],
  [1500, '1 500 €'],
  [0, '0 €'],
  [0.05, '0,05 €'],
  [999.999, '1 000 €'],
  [1234567.89, '1 234 567,89 €'],
  [100, '100 €'],
  [-2500.1, '-2 500,10 €'],
])('%d is shown as %s, with plain spaces', (amount, shown) => {
  expect(formatEuros(amount)).toBe(shown);
});
