import { type Database, type RunHold, SyncPlan } from '@passerelle/database';
import { SyncError } from './errors.ts';

/**
 * Opens the run that applies a plan, which no other run then can. Throws `SyncError` `plan_over`, and what `open`
 * throws, the plan being as ready as before.
 */
export async function claimPlan(
  { database, now }: { database: Database; now: () => Date },
  planId: number,
  open: () => Promise<RunHold>,
): Promise<RunHold> {
  const ready = { id: planId, state: 'ready', expires_at: { $gt: now().toISOString() } };
  const claimed = await database.em().nativeUpdate(SyncPlan, ready, { state: 'applied' });
  if (claimed === 0) {
    throw new SyncError('plan_over', 'Cet aperçu a été appliqué, ou n’est plus valable : refaites-en un.');
  }
  const em = database.em();
  try {
    const hold = await open();
    await em.nativeUpdate(SyncPlan, { id: planId }, { run_id: hold.runId });
    return hold;
  } catch (error) {
    await em.nativeUpdate(SyncPlan, { id: planId }, { state: 'ready' });
    throw error;
  }
}
