import { MAX_RUN_ERRORS, type RunReport } from '@passerelle/contracts';
import type { RunResult } from '@passerelle/sync';

/** The counts of a run as its call is answered. */
export function answerRun(result: RunResult): RunReport {
  return {
    success: true,
    status: result.status,
    run_id: result.runId,
    records_processed: result.processed,
    records_created: result.created,
    records_updated: result.updated,
    records_unchanged: result.unchanged,
    records_failed: result.failed,
    errors: result.errors.slice(0, MAX_RUN_ERRORS),
    unknown_statuses: result.unknownStatuses,
  };
}
