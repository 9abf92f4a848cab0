import { expect, test } from 'vitest';
import { formatVitesse, percentOf, roundDays } from '../src/index.ts';

test.each([
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 8, 12.5],
  [5, 5, 100],
  [1, 2000, 0.1],
  [0, 0, 0],
])('%d of %d is %d %', (part, total, percent) => {
  expect(percentOf(part, total)).toBe(percent);
});

test('days have one decimal, halves up', () => {
  expect([12.45, 12.449, 0.05, 30].map(roundDays)).toEqual([12.5, 12.4, 0.1, 30]);
});

test.each([
  [null, 'N/A'],
  [0, '< 1 jour'],
  [0.99, '< 1 jour'],
  [12.5, '12.5 jours'],
  [12.04, '12.0 jours'],
])('a velocity of %s days is shown as %s', (days, shown) => {
  expect(formatVitesse(days)).toBe(shown);
});
