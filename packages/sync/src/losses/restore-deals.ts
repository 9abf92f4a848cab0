import {
  type Changer,
  type DealRow,
  type DepartedDeal,
  departedDeals,
  putBackDeals,
  relinkDeals,
  saveDealChanges,
  type Work,
} from '@passerelle/database';
import { type FieldValues, newDeal } from '../field-values.ts';

/**
 * Brings deals that left the CRM back under their ids, with what they held, linked to the remote rows that are still
 * in their tables; inside the transaction the caller holds. Answers the ids of those that are back: what older versions
 * deleted left nothing to bring back.
 */
export async function restoreDeals(work: Work, dealIds: readonly number[], by: Changer): Promise<number[]> {
  const departed = await departedDeals(work, dealIds);
  await putBack(work, { departed, deals: departed.map((one) => dealOf(one, by.at)) }, by);
  return departed.map(({ dealId }) => dealId);
}

/** The same with what the deals hold from now on. */
export async function putBack(
  work: Work,
  { departed, deals }: { departed: readonly DepartedDeal[]; deals: readonly DealRow[] },
  by: Changer,
): Promise<void> {
  if (deals.length === 0) return;
  await putBackDeals(work, deals);
  await relinkDeals(
    work,
    deals.map(({ id }) => id),
    by.at,
  );
  const changes = departed.map(({ dealId, values }) => ({
    dealId,
    kind: 'restored' as const,
    changes: Object.fromEntries(
      Object.entries(values).map(([field, after]) => [field, { before: null, after }]),
    ),
  }));
  await saveDealChanges(work, by, changes);
}

/** A deal as it was when it left. */
export function dealOf({ dealId, values, createdAt }: DepartedDeal, now: string): DealRow {
  const deal = newDeal(dealId, values as FieldValues, now);
  return { ...deal, created_at: createdAt ?? now };
}
