import { ConnectorError } from '@passerelle/connector';
import { type PlanRow, SyncPlan, savePlanRows } from '@passerelle/database';
import { SyncError } from './errors.ts';
import { forgetStaging } from './forget-staging.ts';
import type { UnplacedPlanRow } from './plan-rows.ts';
import type { RunParts } from './prepare-run.ts';
import { inTransaction, type RunKind } from './run-context.ts';

/** Both sides go on moving: an older plan would be refused when it is applied. */
const PLAN_LIFE_MS = 60 * 60 * 1000;

/** What a plan is of. */
interface PlanSubject {
  readonly provider: string;
  readonly direction: RunKind;
  /** The run to be taken back, by an undo. */
  readonly undoneRunId?: number;
}

/** Stores what `make` works out as a plan, whose id it answers; one that fails is stored as such. */
export async function storePlan(
  parts: RunParts,
  subject: PlanSubject,
  make: (planId: number) => Promise<Partial<SyncPlan>>,
): Promise<number> {
  const planId = await openPlan(parts, subject);
  try {
    const facts = await make(planId);
    await savePlan(parts, planId, { state: 'ready', ...facts });
    return planId;
  } catch (error) {
    const message = error instanceof SyncError || error instanceof ConnectorError ? error.message : null;
    await savePlan(parts, planId, { state: 'failed', message });
    throw error;
  } finally {
    await forgetStaging(parts, stagedUnder(planId));
  }
}

/** Plans stage their rows beside those of runs, whose ids are above 0. */
export const stagedUnder = (planId: number) => -planId;

/** Stores the records of a plan as they are worked out, telling `note` of each. */
export async function storePlanRows(
  parts: RunParts,
  planId: number,
  { batches, note }: { batches: AsyncIterable<UnplacedPlanRow[]>; note(row: UnplacedPlanRow): void },
): Promise<void> {
  let position = 0;
  for await (const rows of batches) {
    const placed = rows.map((row): PlanRow => ({ ...row, position: ++position }));
    for (const row of placed) note(row);
    await inTransaction(parts, 'plan', (work) => savePlanRows(work, planId, placed));
  }
}

function openPlan(parts: RunParts, { provider, direction, undoneRunId }: PlanSubject): Promise<number> {
  const now = parts.now();
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
  return inTransaction(parts, 'plan', async (work) => {
    const times = { created_at: at(0), expires_at: at(PLAN_LIFE_MS) };
    const undone = undoneRunId === undefined ? {} : { undone_run_id: undoneRunId };
    return work.em.insert(SyncPlan, { provider, direction, state: 'planning', ...undone, ...times });
  });
}

async function savePlan(parts: RunParts, planId: number, facts: Partial<SyncPlan>): Promise<void> {
  await parts.database.em().nativeUpdate(SyncPlan, { id: planId }, facts);
}
