import { joined, statement, verbatim } from '../statement.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** A run with its public record. */
export interface RunRow {
  readonly id: number;
  readonly provider: string;
  readonly direction: string;
  readonly status: string;
  readonly active_provider: string | null;
  readonly on_interruption: string;
  readonly cancel_requested_at: string | null;
  readonly ended_as: string | null;
  readonly version: number;
  readonly phase: string;
  readonly phase_since: string | null;
  readonly phase_from: number;
  readonly records_read: number;
  readonly records_total: number | null;
  readonly records_processed: number;
  readonly records_created: number;
  readonly records_updated: number;
  readonly records_archived: number;
  readonly records_unchanged: number;
  readonly records_failed: number;
  readonly told: string | null;
  readonly wait: string | null;
  readonly error_message: string | null;
  readonly started_at: string;
  readonly completed_at: string | null;
  readonly origin_run_id: number | null;
  readonly undone_by: number | null;
  readonly details_removed_at: string | null;
  /** 1 when the provider had no run after this one. */
  readonly is_latest: number;
}

const COLUMNS = `r.id, r.provider, l.direction, l.status, r.active_provider, r.on_interruption, r.cancel_requested_at, r.ended_as, r.version,
  r.phase, r.phase_since, r.phase_from, r.records_read, r.records_total, l.records_processed, l.records_created, l.records_updated,
  r.records_archived, r.records_unchanged, r.records_failed, r.told, r.wait, l.error_message, l.started_at, l.completed_at, r.origin_run_id, r.undone_by, r.details_removed_at,
  case when r.id = (select max(n.id) from sync_runs n where n.provider = r.provider) then 1 else 0 end as is_latest`;

/** Runs, newest first, behind the id `after` when it is given. */
export function listRuns(
  work: Pick<Work, 'em'>,
  page: { provider?: string | undefined; after?: number | undefined; limit: number },
): Promise<RunRow[]> {
  const conditions = [
    verbatim('true'),
    ...(page.provider === undefined ? [] : [statement`r.provider = ${page.provider}`]),
    ...(page.after === undefined ? [] : [statement`r.id < ${page.after}`]),
  ];
  return selectRows<RunRow>(
    work,
    statement`select ${verbatim(COLUMNS)} from sync_runs r join sync_logs l on l.id = r.id
      where ${joined(conditions, ' and ')} order by r.id desc limit ${page.limit}`,
  );
}

/** The run with this id; `null` when there is none. */
export async function findRun(work: Pick<Work, 'em'>, id: number): Promise<RunRow | null> {
  const rows = await selectRows<RunRow>(
    work,
    statement`select ${verbatim(COLUMNS)} from sync_runs r join sync_logs l on l.id = r.id where r.id = ${id}`,
  );
  return rows[0] ?? null;
}
