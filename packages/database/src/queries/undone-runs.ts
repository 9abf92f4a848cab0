import { SyncLog, SyncRun } from '../entities/index.ts';
import type { Work } from './work.ts';

/**
 * Notes that an undo went to its end: the run it took back is undone, and the one that this run in turn had taken back,
 * when it was an undo itself, is no longer. One that left records behind may be made again, and notes nothing.
 */
export async function noteUndone({ em }: Work, undoId: number): Promise<void> {
  const undo = await em.findOneOrFail(SyncRun, { id: undoId }, { refresh: true });
  if (!(await isUndo(em, undoId)) || undo.records_failed > 0) return;
  for (let by: SyncRun | null = undo, isInForce = true; by?.origin_run_id; isInForce = !isInForce) {
    await em.nativeUpdate(SyncRun, { id: by.origin_run_id }, { undone_by: isInForce ? by.id : null });
    const taken: SyncRun | null = await em.findOne(SyncRun, { id: by.origin_run_id }, { refresh: true });
    by = taken !== null && (await isUndo(em, taken.id)) ? taken : null;
  }
}

async function isUndo(em: Work['em'], id: number): Promise<boolean> {
  return (await em.count(SyncLog, { id, direction: 'undo' })) > 0;
}
