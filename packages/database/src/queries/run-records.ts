import { joined, statement, verbatim } from '../statement.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** What a run did with one record, as stored. */
export interface RunRecordRow {
  readonly position: number;
  /** The client of its deal, or what a person knows it by. */
  readonly name: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  /** JSON text. */
  readonly changes: string | null;
  readonly deal_id: number | null;
  readonly external_id: string | null;
  readonly field: string | null;
  /** JSON text. */
  readonly payload: string | null;
  /** JSON text. */
  readonly corrected: string | null;
  readonly solved_by: number | null;
}

/** The records of a run in the order it settled them, behind the position `after`. */
export function listRunRecords(
  work: Pick<Work, 'em'>,
  runId: number,
  page: { outcome?: string | undefined; cause?: string | undefined; after: number; limit: number },
): Promise<RunRecordRow[]> {
  const { outcome, cause, after, limit } = page;
  const conditions = [
    statement`o.run_id = ${runId} and o.position > ${after}`,
    // Records that a later run has taken are no longer among the refused ones.
    ...(outcome === 'failed' ? [statement`o.outcome = 'failed' and o.solved_by is null`] : []),
    ...(outcome === undefined || outcome === 'failed' ? [] : [statement`o.outcome = ${outcome}`]),
    ...(cause === undefined
      ? []
      : [statement`o.outcome = 'failed' and coalesce(o.cause, o.reason) = ${cause}`]),
  ];
  return selectRows<RunRecordRow>(
    work,
    statement`select ${COLUMNS} from run_outcomes o left join deals d on d.id = o.deal_id
      where ${joined(conditions, ' and ')} order by o.position limit ${limit}`,
  );
}

const COLUMNS =
  verbatim(`o.position, coalesce(d.client, o.name) as name, o.outcome, o.reason, o.changes, o.deal_id, o.external_id,
  o.field, case when o.outcome = 'failed' then o.payload end as payload, o.corrected, o.solved_by`);

/** One record of a run; `null` when it has none there. */
export async function findRunRecord(
  work: Pick<Work, 'em'>,
  runId: number,
  position: number,
): Promise<RunRecordRow | null> {
  const rows = await selectRows<RunRecordRow>(
    work,
    statement`select ${COLUMNS} from run_outcomes o left join deals d on d.id = o.deal_id
      where o.run_id = ${runId} and o.position = ${position}`,
  );
  return rows[0] ?? null;
}
