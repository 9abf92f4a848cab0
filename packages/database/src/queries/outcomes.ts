import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { Work } from './work.ts';

/** What a run did with one record. */
export interface OutcomeRow {
  readonly position: number;
  readonly externalId: string | null;
  readonly dealId: number | null;
  /** What a person knows the record by; kept where no deal says it, or an undo may take it away. */
  readonly name: string | null;
  readonly outcome: 'created' | 'updated' | 'archived' | 'unchanged' | 'failed' | 'reversed' | 'kept';
  readonly reason: string | null;
  readonly changes: FieldChanges | null;
  /** What was done to the remote row. */
  readonly remote?: RemoteDeed | undefined;
  /** What a refused record held, and what it was refused for. */
  readonly refusal?: Refusal | undefined;
}

/** Field → its value before and after. */
export type FieldChanges = Readonly<Record<string, { before: unknown; after: unknown }>>;

/** What a run did to one remote row. */
export interface RemoteDeed {
  readonly did: 'created' | 'updated' | 'archived' | 'restored';
  /** As the vendor held it before and after. */
  readonly changes: FieldChanges;
  /** Field → cell that stood there before, where its value reads as something else. */
  readonly cells?: Readonly<Record<string, unknown>> | undefined;
}

/** Why a record was refused, and what it held. */
export interface Refusal {
  /** The field at fault, when one is. */
  readonly field: string | null;
  /** The side it was read from: a remote row, or a deal. */
  readonly side: 'local' | 'remote';
  /** The reason without its values: records refused for the same one are counted together. */
  readonly cause: string;
  /** Field → value that could be read. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Field → cell as the vendor gave it, where that is something else. */
  readonly cells: Readonly<Record<string, unknown>>;
}

/** What is stored of an outcome beside its columns. */
export interface OutcomePayload {
  readonly remote?: RemoteDeed;
  readonly side?: Refusal['side'];
  readonly values?: Refusal['values'];
  readonly cells?: Refusal['cells'];
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
    field: 'text',
    cause: 'text',
    payload: 'text',
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

/** The position of the last outcome a run has stored. */
export async function lastPosition({ em }: Work, runId: number): Promise<number> {
  const [row] = await em.execute<{ last: number | null }[]>(
    'select max(position) as last from run_outcomes where run_id = ?',
    [runId],
  );
  return Number(row?.last ?? 0);
}

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
      // A deal that is gone no longer says its name.
      row.dealId === null || row.outcome === 'reversed' || row.outcome === 'archived' ? row.name : null,
      row.outcome,
      row.reason,
      row.changes && JSON.stringify(row.changes),
      row.refusal?.field ?? null,
      row.refusal?.cause ?? null,
      payloadOf(row),
    ]),
  );
}

function payloadOf({ remote, refusal }: OutcomeRow): string | null {
  if (!remote && !refusal) return null;
  const payload: OutcomePayload = {
    ...(remote ? { remote } : {}),
    ...(refusal ? { side: refusal.side, values: refusal.values, cells: refusal.cells } : {}),
  };
  return JSON.stringify(payload);
}
