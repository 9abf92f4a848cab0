import type { SyncPlan } from '@passerelle/database';
import type { UnplacedPlanRow } from '../plan-rows.ts';
import type { RunParts } from '../prepare-run.ts';
import type { RunConnection } from '../run-context.ts';
import { freshRun } from '../saved-run.ts';
import { stagedUnder, storePlan, storePlanRows } from '../store-plan.ts';
import { Tally } from '../tally.ts';
import { planUndo } from './plan-undo.ts';
import { prepareUndo } from './prepare-undo.ts';
import { stageUndone } from './stage-undone.ts';
import type { UndoContext } from './undo-context.ts';
import { openUndone, type UndoneRun } from './undone-run.ts';

/** Which run to take back, over which connection: `null` where it wrote here only. */
export interface UndoRequest {
  readonly provider: string;
  readonly undoneRunId: number;
  readonly connection: RunConnection | null;
}

/** Works out how a run would be taken back and stores it as a plan, whose id it answers; nothing is written. */
export async function previewUndo(parts: RunParts, request: UndoRequest): Promise<number> {
  const { provider, undoneRunId } = request;
  const undone = await openUndone(parts.database, undoneRunId);
  return storePlan(parts, { provider, direction: 'undo', undoneRunId }, (planId) =>
    makePlan(parts, { planId, undone, connection: request.connection }),
  );
}

async function makePlan(
  parts: RunParts,
  { planId, undone, connection }: { planId: number; undone: UndoneRun; connection: RunConnection | null },
): Promise<Partial<SyncPlan>> {
  const startedAt = performance.now();
  const run = await prepareUndo(parts, {
    ...{ runId: stagedUnder(planId), hold: null, undone, connection },
    saved: freshRun({ provider: undone.provider, direction: 'undo' }),
    progress: { tally: new Tally() },
  });
  await stageUndone(run);
  const readMs = performance.now() - startedAt;
  const counts = { remove: 0, restore: 0, update: 0 };
  const note = ({ kind, changes }: UnplacedPlanRow) => {
    if (
      (kind === 'remove' || kind === 'restore' || kind === 'update') &&
      changes.some(({ side }) => side === 'remote')
    )
      counts[kind] += 1;
  };
  await storePlanRows(parts, planId, { batches: planUndo(run), note });
  const write = writeRequests(run, counts);
  const perSecond = run.remote?.connector.capabilities.requestsPerSecond ?? 1;
  return {
    read_requests: run.remote === null ? 0 : 1,
    write_requests: write,
    expected_ms: Math.round(readMs + (write / perSecond) * 1000),
  };
}

function writeRequests(
  { remote }: UndoContext,
  { remove, restore, update }: Record<'remove' | 'restore' | 'update', number>,
): number {
  if (remote === null) return 0;
  const { maxArchiveBatch, maxWriteBatch } = remote.connector.capabilities;
  return Math.ceil(remove / maxArchiveBatch) + restore + Math.ceil(update / maxWriteBatch);
}
