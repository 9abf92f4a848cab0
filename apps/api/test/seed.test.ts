import { dealFromForm } from '@passerelle/deals';
import { expect, it } from 'vitest';
import { realisticDeals } from '../src/seed/realistic-deals.ts';

it('seeds the same deals each time, each as a form would take it', () => {
  const now = new Date('2026-06-15T12:00:00.000Z');
  const deals = [...realisticDeals(500, now)];
  expect([...realisticDeals(500, now)]).toEqual(deals);
  for (const { probabilite, valeur_ponderee, created_at, updated_at, ...values } of deals) {
    expect(dealFromForm(values)).toEqual({ ok: true, values });
    expect(created_at <= updated_at && updated_at <= now.toISOString()).toBe(true);
    expect(valeur_ponderee).toBeCloseTo(values.montant_brut * probabilite, 1);
  }
});
