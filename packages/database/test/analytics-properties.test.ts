import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assigneeFigures,
  type Database,
  deleteAllDeals,
  keyFigures,
  type NewDeal,
  sectorFigures,
  velocityFigures,
} from '../src/index.ts';
import { openTestDatabase, TEST_DIALECTS } from './support/index.ts';
import { add, BY, deal, NOW, WON, workOn } from './support/sample-deals.ts';

const cents = fc.integer({ min: 1, max: 99_999_999_999_999 });
const anyDeal = fc
  .record({
    statut: fc.constantFrom('prospect', 'gagné', 'gagné - en cours', 'perdu'),
    montant: fc.oneof(cents, fc.integer({ min: 1, max: 100 })),
    weighted: cents,
    secteur: fc.constantFrom(null, '', 'BTP', 'Santé'),
    assignee: fc.constantFrom(null, '', 'Claire', 'Zoé'),
  })
  .map(({ montant, weighted, ...values }) =>
    deal({ ...values, montant_brut: montant / 100, valeur_ponderee: weighted / 100 }),
  );

/** Whole cents, so that the test adds up without rounding. */
function inCents(amount: number): bigint {
  return BigInt(Math.round(amount * 100));
}

function sum<T>(rows: readonly T[], amountOf: (row: T) => number): bigint {
  return rows.reduce((total, row) => total + inCents(amountOf(row)), 0n);
}

describe.each(TEST_DIALECTS)('figures on %s', (dialect) => {
  test('add up to the cent: the parts to the whole, and the whole to what was put in', async () => {
    const { database, remove } = await openTestDatabase(dialect);
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeal, { maxLength: 80 }), (deals) => addsUp(database, deals)),
      { numRuns: dialect === 'sqlite' ? 60 : 20 },
    );
    await remove();
  });
});

async function addsUp(database: Database, deals: NewDeal[]): Promise<void> {
  await deleteAllDeals(workOn(database), BY);
  await add(database, ...deals);
  const won = { wonStatuts: WON };
  const whole = await keyFigures(workOn(database), {}, { ...won, now: NOW });
  const assignees = await assigneeFigures(workOn(database), {}, won);
  const sectors = await sectorFigures(workOn(database), {});
  const velocity = await velocityFigures(workOn(database), {}, won);
  const total = sum(deals, (row) => row.montant_brut);

  expect(inCents(whole.total)).toBe(total);
  expect(inCents(whole.weighted)).toBe(sum(deals, (row) => row.valeur_ponderee));
  // Halves up: twice the total and once the count, over twice the count.
  const mean = deals.length === 0 ? 0n : (2n * total + BigInt(deals.length)) / (2n * BigInt(deals.length));
  expect(inCents(whole.mean)).toBe(mean);

  expect(sum(assignees, (row) => row.total)).toBe(inCents(whole.total));
  expect(sum(assignees, (row) => row.weighted)).toBe(inCents(whole.weighted));
  expect(assignees.reduce((count, row) => count + row.count, 0)).toBe(whole.count);
  expect(assignees.reduce((count, row) => count + row.wonCount, 0)).toBe(whole.wonCount);

  const inSector = deals.filter((row) => row.secteur);
  expect(sum(sectors, (row) => row.total)).toBe(sum(inSector, (row) => row.montant_brut));
  expect(sectors.reduce((count, row) => count + row.count, 0)).toBe(inSector.length);

  expect(velocity.overall).toEqual(whole.won);
  expect(velocity.byAssignee.reduce((count, row) => count + row.count, 0)).toBe(whole.wonCount);
}
