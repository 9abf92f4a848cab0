import type { SyncLog } from '../entities/index.ts';
import { joined, statement, verbatim } from '../statement.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** Which runs of the history, newest first. */
interface SyncLogPage {
  readonly provider?: string | undefined;
  /** Id of the run after which the page begins; nothing comes after one that is not there. */
  readonly after?: number | undefined;
  readonly limit: number;
}

const COLUMNS =
  'l.id, l.provider, l.direction, l.status, l.records_processed, l.records_created, l.records_updated, l.error_message, l.started_at, l.completed_at';

/**
 * The newest runs by the instant they started, whatever the form of the text that says it: an adopted history holds
 * other forms than ours. Those of one instant by id, descending.
 */
export function listSyncLogs(work: Work, { provider, after, limit }: SyncLogPage): Promise<SyncLog[]> {
  const started = verbatim(work.sql.sortableInstant('l.started_at'));
  const conditions = [
    provider === undefined ? null : statement`l.provider = ${provider}`,
    after === undefined
      ? null
      : statement`(${started}, l.id) < (select ${verbatim(work.sql.sortableInstant('a.started_at'))}, a.id from sync_logs a where a.id = ${after})`,
  ].filter((condition) => condition !== null);
  return selectRows<SyncLog>(
    work,
    statement`select ${verbatim(COLUMNS)} from sync_logs l where ${joined([verbatim('true'), ...conditions], ' and ')}
      order by ${started} desc, l.id desc limit ${limit}`,
  );
}
