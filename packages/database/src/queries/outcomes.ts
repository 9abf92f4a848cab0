import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { Work } from './work.ts';

/** What a run did with one record. */
export interface OutcomeRow {
  readonly position: number;
  readonly externalId: string | null;
  readonly dealId: number | null;
  /** What a person knows the record by; kept where no deal says it. */
  readonly name: string | null;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'failed';
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, { before: unknown; after: unknown }>> | null;
}

const OUTCOMES: BulkTable = {
  name: 'run_outcomes',
  columns: {
    run_id: 'integer',
    position: 'integer',
    external_id: 'text',
    deal_id: 'integer',
    name: 'text',
    outcome: 'text',
    reason: 'text',
    changes: 'text',
  },
};

/** The deals above `after` that have their outcome in this run already. */
export async function settledDeals({ em }: Work, runId: number, after: number): Promise<Set<number>> {
  const settled = new Set<number>();
  for (let position = 0; ; ) {
    const rows = await em.execute<{ position: number; deal_id: number | null }[]>(
      'select position, deal_id from run_outcomes where run_id = ? and position > ? order by position limit ?',
      [runId, position, SETTLED_PAGE],
    );
    for (const { deal_id } of rows) if (deal_id !== null && deal_id > after) settled.add(deal_id);
    const last = rows.at(-1);
    if (last === undefined) return settled;
    position = last.position;
  }
}

const SETTLED_PAGE = 10_000;

/** Stores outcomes; a record that has one already in this run is an error, never a second row. */
export async function saveOutcomes(
  work: Work,
  runId: number,
  outcomes: readonly OutcomeRow[],
): Promise<void> {
  await bulkUpsert(
    work,
    OUTCOMES,
    outcomes.map((row) => [
      runId,
      row.position,
      row.externalId,
      row.dealId,
      row.dealId === null ? row.name : null,
      row.outcome,
      row.reason,
      row.changes && JSON.stringify(row.changes),
    ]),
  );
}
