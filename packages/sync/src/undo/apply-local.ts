import {
  agreeOnUndone,
  Deal,
  type DealRow,
  type FieldChanges,
  keepDeletedDeals,
  keepDeletions,
  relinkRestored,
  saveDealChanges,
  saveDeals,
  type Work,
} from '@passerelle/database';
import { newDeal, withFieldValues } from '../field-values.ts';
import type { DecidedRecord } from './decide-page.ts';
import type { UndoContext } from './undo-context.ts';
import { valuesAfter } from './values-after.ts';

/** Takes back what a run did to deals, with its history and its links, in the transaction that decided it. */
export async function applyLocal(
  work: Work,
  run: Pick<UndoContext, 'runId' | 'scope'>,
  { records, now }: { records: readonly DecidedRecord[]; now: string },
): Promise<void> {
  const changer = { origin: 'undo', runId: run.runId, at: now } as const;
  const removed = stepsOf(records, 'remove').map(({ dealId }) => dealId);
  const updated = stepsOf(records, 'update');
  const restored = stepsOf(records, 'restore');
  if (removed.length > 0) {
    await keepDeletedDeals(work, changer, { ids: removed });
    await work.em.nativeDelete(Deal, { id: { $in: removed } });
  }
  const deals = updated.flatMap(({ deal, changes }) =>
    deal === null ? [] : [withFieldValues(deal, valuesAfter(changes), now)],
  );
  const back = new Map(restored.map((step) => [step.dealId, dealOf(step, now)]));
  await saveDeals(work, [...deals, ...back.values()]);
  await relinkRestored(work, new Map([...back].map(([id, deal]) => [id, { ...deal }])), now);
  await keepDeletions(work, [...back.keys()], now);
  const undone = new Map(updated.map(({ dealId, changes }) => [dealId, changes]));
  await agreeOnUndone(work, run.scope, { side: 'local', undone, now });
  await saveDealChanges(work, changer, [
    ...updated.map(({ dealId, changes }) => ({ dealId, kind: 'updated' as const, changes })),
    ...restored.map(({ dealId, changes }) => ({ dealId, kind: 'restored' as const, changes })),
  ]);
}

interface LocalStep {
  readonly dealId: number;
  readonly deal: DealRow | null;
  readonly changes: FieldChanges;
  readonly createdAt?: string | undefined;
}

function stepsOf(records: readonly DecidedRecord[], act: 'remove' | 'update' | 'restore'): LocalStep[] {
  return records.flatMap(({ record, deal, decision: { local } }) =>
    local?.act === act && record.dealId !== null ? [{ dealId: record.dealId, deal, ...local }] : [],
  );
}

/** A deleted deal under its id again. */
function dealOf({ dealId, changes, createdAt }: LocalStep, now: string): DealRow {
  return { ...newDeal(dealId, valuesAfter(changes), now), created_at: createdAt ?? now };
}
