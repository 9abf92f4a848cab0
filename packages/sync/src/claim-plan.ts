import { SyncPlan, type Work } from '@passerelle/database';
import { SyncError } from './errors.ts';

/**
 * Claims a plan for a run, in the transaction that opens that run: no other run can apply it, and a process that dies
 * leaves both or neither. Throws `SyncError` `plan_over`.
 */
export async function claimPlan(
  { em }: Pick<Work, 'em'>,
  { planId, runId, now }: { planId: number; runId: number; now: Date },
): Promise<void> {
  const ready = { id: planId, state: 'ready', expires_at: { $gt: now.toISOString() } };
  const claimed = await em.nativeUpdate(SyncPlan, ready, { state: 'applied', run_id: runId });
  if (claimed === 0) {
    throw new SyncError('plan_over', 'Cet aperçu a été appliqué, ou n’est plus valable : refaites-en un.');
  }
}
