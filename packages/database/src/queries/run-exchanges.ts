import { RunExchange } from '../entities/index.ts';
import { statement } from '../statement.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

const EXCHANGES: BulkTable = {
  name: 'run_exchanges',
  columns: {
    run_id: 'integer',
    position: 'integer',
    at: 'text',
    method: 'text',
    url: 'text',
    status: 'integer',
    duration_ms: 'integer',
    request: 'text',
    answer: 'text',
  },
};

/** One exchange of a run. */
export interface ExchangeRow {
  readonly position: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  readonly duration_ms: number;
  readonly request: string | null;
  readonly answer: string | null;
}

/** Exchanges of a run that are kept: enough to see what it did, however long it was. */
const MOST_KEPT = 5_000;

/** Stores exchanges behind those that a run has already, until it has as many as are kept. */
export async function saveExchanges(
  work: Work,
  runId: number,
  exchanges: readonly Omit<ExchangeRow, 'position'>[],
): Promise<void> {
  const kept = await work.em.count(RunExchange, { run_id: runId });
  const rows = exchanges.slice(0, MOST_KEPT - kept).map((one, index) => {
    const { at, method, url, status, duration_ms, request, answer } = one;
    return [runId, kept + index + 1, at, method, url, status, duration_ms, request, answer];
  });
  await bulkUpsert(work, EXCHANGES, rows);
}

/** A page of a run's exchanges behind a position; `mention`: only those that mention this text, such as a remote id. */
export async function listExchanges(
  work: Work,
  runId: number,
  { after, limit, mention }: { after: number; limit: number; mention?: string | undefined },
): Promise<ExchangeRow[]> {
  const text = mention === undefined ? null : `%${mention.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const mentioned =
    text === null
      ? statement`1 = 1`
      : statement`(url like ${text} escape '\\' or request like ${text} escape '\\' or answer like ${text} escape '\\')`;
  return selectRows<ExchangeRow>(
    work,
    statement`select position, at, method, url, status, duration_ms, request, answer from run_exchanges where run_id = ${runId} and position > ${after} and ${mentioned}
      order by position limit ${limit}`,
  );
}
