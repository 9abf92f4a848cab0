import { SyncPlan } from '@passerelle/database';
import { prepareRun, type RunParts } from '../prepare-run.ts';
import type { RunConnection, RunContext } from '../run-context.ts';
import type { SavedRun } from '../saved-run.ts';
import type { Tally } from '../tally.ts';
import type { UndoContext } from './undo-context.ts';
import type { UndoneRun } from './undone-run.ts';

/** Everything an undo needs before it looks: the columns of the other side, only where the run wrote there. */
export async function prepareUndo(
  parts: RunParts,
  run: Pick<RunContext, 'runId' | 'hold'> & {
    undone: UndoneRun;
    connection: RunConnection | null;
    saved: SavedRun;
    progress: { tally: Tally };
  },
): Promise<UndoContext> {
  const { undone, connection, progress, runId, hold } = run;
  const { baseId, tableId } = undone.scope;
  // What was written on another table can only be taken back there.
  const saved = { ...run.saved, direction: 'export' as const, table: { baseId, tableId } };
  const remote =
    undone.isRemote && connection ? await prepareRun(parts, { ...run, connection, saved }) : null;
  const plan = await parts.database.em().findOne(SyncPlan, { run_id: runId });
  return {
    ...parts,
    ...{ runId, hold, undone, remote, scope: undone.scope, planId: plan?.id ?? null },
    get tally() {
      return progress.tally;
    },
    set tally(tally) {
      progress.tally = tally;
    },
  };
}
