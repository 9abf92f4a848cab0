import { RunOutcome, SyncRun } from '../entities/index.ts';
import { joined, statement } from '../statement.ts';
import type { OutcomePayload } from './outcomes.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record that a run refused and that no later one has taken. */
export interface RefusedRecord {
  readonly position: number;
  readonly externalId: string | null;
  readonly dealId: number | null;
  readonly reason: string | null;
  /** Which side it was read from. */
  readonly side: 'local' | 'remote';
  readonly values: Values;
  readonly cells: Values;
  /** As a person corrected it; `null` when nobody did. */
  readonly corrected: Values | null;
}

/** Which refused records of a run: those of these positions, or of one cause; all when neither is named. */
export interface WantedRecords {
  readonly positions?: readonly number[] | undefined;
  readonly cause?: string | undefined;
}

/** The next refused records of a run that are still refused, in its order. */
export async function refusedRecords(
  work: Work,
  runId: number,
  page: WantedRecords & { after: number; limit: number },
): Promise<RefusedRecord[]> {
  const { positions, cause, after, limit } = page;
  const conditions = [
    statement`run_id = ${runId} and outcome = 'failed' and solved_by is null and position > ${after}`,
    ...(cause === undefined ? [] : [statement`coalesce(cause, reason) = ${cause}`]),
    ...(positions === undefined
      ? []
      : [{ text: work.sql.isAmong('position', 'integer'), values: [JSON.stringify(positions)] }]),
  ];
  const rows = await selectRows<RunOutcome>(
    work,
    statement`select position, external_id, deal_id, reason, payload, corrected from run_outcomes
      where ${joined(conditions, ' and ')} order by position limit ${limit}`,
  );
  return rows.map((row) => {
    const payload: OutcomePayload = row.payload ? JSON.parse(row.payload) : {};
    const { side = row.external_id === null ? 'local' : 'remote', values = {}, cells = {} } = payload;
    return {
      position: row.position,
      externalId: row.external_id ?? null,
      dealId: row.deal_id ?? null,
      reason: row.reason ?? null,
      ...{ side, values, cells },
      corrected: row.corrected ? JSON.parse(row.corrected) : null,
    };
  });
}

/** Why records of a run were refused, the most frequent cause first. */
export interface RefusalCause {
  readonly cause: string;
  readonly field: string | null;
  readonly records: number;
  /** Those that no later run has taken. */
  readonly open: number;
}

/** Causes that are told at most. */
const MAX_CAUSES = 100;

/** Counts the refused records of a run by cause. */
export async function refusalCauses(work: Pick<Work, 'em'>, runId: number): Promise<RefusalCause[]> {
  const rows = await selectRows<{
    cause: string | null;
    field: string | null;
    records: number | string;
    still: number | string;
  }>(
    work,
    statement`select coalesce(cause, reason) as cause, field, count(*) as records,
        sum(case when solved_by is null then 1 else 0 end) as still
      from run_outcomes where run_id = ${runId} and outcome = 'failed'
      group by coalesce(cause, reason), field order by 4 desc, 3 desc, 1 limit ${MAX_CAUSES}`,
  );
  return rows.map(({ cause, field, records, still }) => ({
    cause: cause ?? '',
    field,
    records: Number(records),
    open: Number(still),
  }));
}

/** What people corrected of these remote rows, among the refused records of a run. */
export async function correctionsOf(
  work: Work,
  runId: number,
  externalIds: readonly string[],
): Promise<Map<string, Values>> {
  if (externalIds.length === 0) return new Map();
  const rows = await work.em.execute<{ external_id: string; corrected: string }[]>(
    `select external_id, corrected from run_outcomes
     where run_id = ? and outcome = 'failed' and corrected is not null and ${work.sql.isAmong('external_id', 'text')}`,
    [runId, JSON.stringify(externalIds)],
  );
  return new Map(rows.map((row) => [row.external_id, JSON.parse(row.corrected)]));
}

/** Stores what a person corrected of a refused record. */
export async function saveCorrection(
  { em }: Pick<Work, 'em'>,
  { runId, position, corrected }: { runId: number; position: number; corrected: Values },
): Promise<void> {
  const which = { run_id: runId, position, outcome: 'failed' };
  await em.nativeUpdate(RunOutcome, which, { corrected: JSON.stringify(corrected) });
}

/** Notes in the run whose refused records were tried again, and in those it tried again itself, which are taken now. */
export async function noteSolved(
  work: Work,
  solved: {
    originRunId: number;
    by: number;
    externalIds: readonly string[];
    dealIds: readonly number[];
  },
): Promise<void> {
  const { by, externalIds, dealIds } = solved;
  if (externalIds.length === 0 && dealIds.length === 0) return;
  for (let runId: number | null = solved.originRunId; runId !== null; ) {
    await work.em.execute(
      `update run_outcomes set solved_by = ? where run_id = ? and outcome = 'failed' and solved_by is null
       and (${work.sql.isAmong('external_id', 'text')} or ${work.sql.isAmong('deal_id', 'integer')})`,
      [by, runId, JSON.stringify(externalIds), JSON.stringify(dealIds)],
      'run',
    );
    const run: SyncRun | null = await work.em.findOne(SyncRun, { id: runId });
    runId = run?.origin_run_id ?? null;
  }
}
