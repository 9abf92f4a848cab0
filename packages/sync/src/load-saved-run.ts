import { type Database, SyncLog, SyncRun } from '@passerelle/database';
import type { OnInterruption, RunKind } from './run-context.ts';
import type { SavedRun } from './saved-run.ts';

/** Where the run stands, as its checkpoints say. */
export async function loadSavedRun(database: Database, runId: number): Promise<SavedRun> {
  const em = database.em();
  const run = await em.findOneOrFail(SyncRun, { id: runId });
  const log = await em.findOneOrFail(SyncLog, { id: runId });
  const { base_id: baseId, table_id: tableId } = run;
  return {
    provider: run.provider,
    direction: log.direction as RunKind,
    originRunId: run.origin_run_id ?? null,
    wanted: run.wanted ? JSON.parse(run.wanted) : null,
    onInterruption: run.on_interruption as OnInterruption,
    table: baseId && tableId ? { baseId, tableId } : null,
    stageCursor: run.stage_cursor ?? null,
    isStaged: Boolean(run.certificate),
    columnsRead: run.columns_read ? JSON.parse(run.columns_read) : null,
    recordsRead: run.records_read,
    appliedThrough: run.applied_through,
    tally: {
      created: log.records_created,
      updated: log.records_updated,
      archived: run.records_archived,
      unchanged: run.records_unchanged,
      failed: run.records_failed,
      ...sentencesOf(run.told ?? null),
    },
  };
}

function sentencesOf(told: string | null): {
  errors: string[];
  unknownStatuses: string[];
  withheld: string | null;
} {
  return { errors: [], unknownStatuses: [], withheld: null, ...(told === null ? {} : JSON.parse(told)) };
}
