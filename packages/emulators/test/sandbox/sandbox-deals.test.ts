import { describe, expect, test } from 'vitest';
import { sandboxDeals } from '../../src/sandbox/index.ts';

const TODAY = '2026-11-22';
const deals = (options: Parameters<typeof sandboxDeals>[0] = {}) => [
  ...sandboxDeals({ today: TODAY, ...options }),
];
const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('sandboxDeals', () => {
  test('gives the same deals for the same seed, and others for another', () => {
    expect(deals()).toEqual(deals());
    expect(deals({ seed: 3 })).not.toEqual(deals());
  });

  test('a deal does not depend on the range it is made in', () => {
    expect(deals({ offset: 240, count: 20 })).toEqual(deals({ count: 500 }).slice(240, 260));
  });

  test('names every client once, in 10,000 deals too, accents and case aside', () => {
    const clients = deals({ count: 10_000 }).flatMap(({ client }) => (client === null ? [] : [fold(client)]));
    expect(clients).toHaveLength(10_000 - 40 * 3);
    expect(new Set(clients).size).toBe(clients.length);
  });

  test('has 12 deals of 250 that cannot be imported and 10 with an odd status, in each half', () => {
    for (const offset of [0, 250]) {
      const flawed = deals({ offset }).filter(({ imperfection }) => imperfection !== null);
      const counts = Object.groupBy(flawed, ({ imperfection }) => imperfection?.kind ?? '');
      expect(Object.fromEntries(Object.entries(counts).map(([kind, list]) => [kind, list?.length]))).toEqual({
        'client missing': 3,
        'amount missing': 3,
        'amount zero': 2,
        'amount negative': 2,
        'amount in words': 2,
        'odd status': 10,
      });
    }
  });

  test('all others are whole: a client, an amount above zero, a status of the CRM, a date near the day given', () => {
    const whole = deals({ count: 500 }).filter(({ imperfection }) => imperfection === null);
    for (const deal of whole) {
      expect(deal.client).toMatch(/\S/);
      expect(deal.amount).toBeGreaterThanOrEqual(1500);
      expect(['prospect', 'qualifié', 'négociation', 'gagné', 'gagné - en cours']).toContain(deal.status);
      const days = deal.dueDate === null ? 0 : (Date.parse(deal.dueDate) - Date.parse(TODAY)) / 86_400_000;
      expect(Math.abs(days)).toBeLessThanOrEqual(120);
    }
    expect(new Set(whole.map(({ sector }) => sector)).size).toBe(8);
    expect(new Set(whole.map(({ assignee }) => assignee)).size).toBe(8);
  });
});
