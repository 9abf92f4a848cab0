import { SyncError } from './errors.ts';
import { performRun } from './perform-run.ts';
import type { RunParts } from './prepare-run.ts';
import { performRetry } from './retry/perform-retry.ts';
import type { RunConnection, RunContext } from './run-context.ts';
import type { SavedRun } from './saved-run.ts';
import type { Tally } from './tally.ts';
import { performUndo } from './undo/perform-undo.ts';
import { openUndone } from './undo/undone-run.ts';

/** A run as it was begun or taken up. */
interface AnyRun extends Pick<RunContext, 'runId' | 'hold'> {
  /** `null` only for an undo of what was written here. */
  readonly connection: RunConnection | null;
  readonly saved: SavedRun;
  readonly progress: { tally: Tally };
}

/** Does what a run is for, whichever kind it is. */
export async function performAny(parts: RunParts, run: AnyRun): Promise<void> {
  const { saved, connection } = run;
  const { direction, originRunId } = saved;
  if (direction === 'undo') {
    if (originRunId === null) throw new RangeError(`run ${run.runId} takes back no run`);
    const undone = await openUndone(parts.database, originRunId);
    if (undone.isRemote && connection === null) throw unconnected();
    return performUndo(parts, { ...run, undone });
  }
  if (connection === null) throw unconnected();
  const perform = originRunId === null ? performRun : performRetry;
  return perform(parts, { ...run, connection, saved: { ...saved, direction } });
}

function unconnected(): SyncError {
  return new SyncError(
    'not_resumable',
    'Cette exécution a besoin de son connecteur : configurez-le d’abord.',
  );
}
