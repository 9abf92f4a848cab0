import type { Run } from '@passerelle/contracts';
import { isoUtc, type RunRow } from '@passerelle/database';

/** A stored run as it is answered, its pace computed for the instant `now`. */
export function runAnswer(row: RunRow, now: Date): Run {
  const isRunning = row.active_provider !== null;
  const done = row.phase === 'stage' ? row.records_read : row.records_processed;
  const total = row.phase === 'stage' ? null : row.records_total;
  const rate = isRunning ? rateOf(row, done, now) : null;
  return {
    id: row.id,
    provider: row.provider,
    direction: row.direction as Run['direction'],
    origin_run_id: row.origin_run_id,
    state: stateOf(row, isRunning),
    status: row.status as Run['status'],
    phase: row.phase as Run['phase'],
    done,
    total,
    rate,
    time_left_seconds: total === null || !rate ? null : Math.ceil(Math.max(0, total - done) / rate),
    wait: row.wait === null ? null : JSON.parse(row.wait),
    records_processed: row.records_processed,
    records_created: row.records_created,
    records_updated: row.records_updated,
    records_archived: row.records_archived,
    records_unchanged: row.records_unchanged,
    records_failed: row.records_failed,
    message: row.error_message,
    unknown_statuses: row.told === null ? [] : JSON.parse(row.told).unknownStatuses,
    on_interruption: row.on_interruption as Run['on_interruption'],
    is_cancelling: isRunning && row.cancel_requested_at !== null,
    can_resume: canResume(row),
    can_undo: canUndo(row),
    undone_by: row.undone_by,
    details_removed_at: row.details_removed_at,
    started_at: isoUtc(row.started_at),
    completed_at: row.completed_at === null ? null : isoUtc(row.completed_at),
  };
}

/** Whether a run ended before its end, with none after it: its checkpoints are still where it stood. */
export function canResume(row: RunRow): boolean {
  return (
    row.active_provider === null &&
    row.details_removed_at === null &&
    row.is_latest === 1 &&
    row.ended_as !== null &&
    row.ended_as !== 'finished'
  );
}

/** Whether it did something that was not taken back, and the details to take it back by are still there. */
function canUndo(row: RunRow): boolean {
  const isOver = row.active_provider === null && row.undone_by === null;
  const isKept = row.details_removed_at === null;
  return isOver && isKept && row.records_processed > row.records_unchanged;
}

/** Runs older than the column that says how they ended have only their status. */
function stateOf(row: RunRow, isRunning: boolean): Run['state'] {
  if (isRunning) return 'running';
  return (row.ended_as ??
    (row.phase === 'done' && row.status === 'error' ? 'failed' : 'finished')) as Run['state'];
}

function rateOf({ phase_since, phase_from }: RunRow, done: number, now: Date): number | null {
  const seconds = phase_since === null ? 0 : (now.getTime() - Date.parse(phase_since)) / 1000;
  return seconds <= 0 ? null : Math.round(((done - phase_from) / seconds) * 10) / 10;
}
