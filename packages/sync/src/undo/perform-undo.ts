import { refuseIfMoved } from '../as-planned.ts';
import type { RunParts } from '../prepare-run.ts';
import { inTransaction, type RunConnection, type RunContext } from '../run-context.ts';
import { beginPhase } from '../run-record.ts';
import type { SavedRun } from '../saved-run.ts';
import type { Tally } from '../tally.ts';
import { applyUndo } from './apply-undo.ts';
import { planUndo } from './plan-undo.ts';
import { prepareUndo } from './prepare-undo.ts';
import { stageUndone } from './stage-undone.ts';
import type { UndoneRun } from './undone-run.ts';

/** Takes a run back, from where the undo stands: looks at both sides, then undoes what still is as the run left it. */
export async function performUndo(
  parts: RunParts,
  prepared: Pick<RunContext, 'runId' | 'hold'> & {
    undone: UndoneRun;
    connection: RunConnection | null;
    saved: SavedRun;
    progress: { tally: Tally };
  },
): Promise<void> {
  const { saved, undone } = prepared;
  const run = await prepareUndo(parts, prepared);
  await stageUndone(run);
  if (run.tally.processed === 0) await refuseIfMoved(run, planUndo(run));
  await inTransaction(run, 'begin-phase', (work) =>
    beginPhase(work, run.runId, {
      name: 'apply',
      done: run.tally.processed,
      total: undone.done,
      now: run.now(),
    }),
  );
  await applyUndo(run, saved.appliedThrough);
}
