import type { PlanRecord } from '../entities/index.ts';
import { joined, statement, verbatim } from '../statement.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** What a plan does with a record. */
export type PlanKind =
  | 'create'
  | 'update'
  | 'archive'
  | 'unchanged'
  | 'conflict'
  | 'refused'
  | 'remove'
  | 'restore'
  | 'kept';

/** One field that a plan changes: on the CRM's side (`local`) or the vendor's (`remote`). */
export interface PlannedChange {
  readonly field: string;
  readonly side: 'local' | 'remote';
  readonly before: unknown;
  readonly after: unknown;
}

/** One field that both sides changed since they last agreed. */
export interface PlannedConflict {
  readonly field: string;
  readonly local: unknown;
  readonly remote: unknown;
  /** Whose value is kept; `null`: a person is asked. */
  readonly kept: 'local' | 'remote' | null;
}

/** One record of a plan. */
export interface PlanRow {
  readonly position: number;
  readonly kind: PlanKind;
  readonly externalId: string | null;
  readonly dealId: number | null;
  readonly client: string | null;
  readonly reason: string | null;
  readonly changes: readonly PlannedChange[];
  readonly conflicts: readonly PlannedConflict[];
}

const RECORDS: BulkTable = {
  name: 'plan_records',
  columns: {
    plan_id: 'integer',
    position: 'integer',
    kind: 'text',
    external_id: 'text',
    deal_id: 'integer',
    client: 'text',
    reason: 'text',
    changes: 'text',
    conflicts: 'text',
  },
};

/** Stores records of a plan. */
export async function savePlanRows(work: Work, planId: number, rows: readonly PlanRow[]): Promise<void> {
  await bulkUpsert(
    work,
    RECORDS,
    rows.map((row) => [
      planId,
      row.position,
      row.kind,
      row.externalId,
      row.dealId,
      row.client,
      row.reason,
      textOf(row.changes),
      textOf(row.conflicts),
    ]),
  );
}

const textOf = (list: readonly unknown[]) => (list.length === 0 ? null : JSON.stringify(list));

/** The next records of a plan, in its order; of one kind when it is named. */
export async function planRowsAfter(
  work: Work,
  planId: number,
  page: { after: number; limit: number; kind?: PlanKind | undefined },
): Promise<PlanRow[]> {
  const conditions = [
    statement`plan_id = ${planId} and position > ${page.after}`,
    ...(page.kind === undefined ? [] : [statement`kind = ${page.kind}`]),
  ];
  const rows = await selectRows<PlanRecord>(
    work,
    statement`select ${verbatim(COLUMNS)} from plan_records
      where ${joined(conditions, ' and ')} order by position limit ${page.limit}`,
  );
  return rows.map(rowOf);
}

/** The records of a plan for these remote rows and deals. */
export async function planRowsOf(
  work: Work,
  planId: number,
  { externalIds, dealIds }: { externalIds: readonly string[]; dealIds: readonly number[] },
): Promise<PlanRow[]> {
  const rows = await work.em.execute<PlanRecord[]>(
    `select ${COLUMNS} from plan_records where plan_id = ? and
     (${work.sql.isAmong('external_id', 'text')} or ${work.sql.isAmong('deal_id', 'integer')})`,
    [planId, JSON.stringify(externalIds), JSON.stringify(dealIds)],
  );
  return rows.map(rowOf);
}

const COLUMNS = 'position, kind, external_id, deal_id, client, reason, changes, conflicts';

function rowOf(row: PlanRecord): PlanRow {
  return {
    position: row.position,
    kind: row.kind as PlanKind,
    externalId: row.external_id ?? null,
    dealId: row.deal_id ?? null,
    client: row.client ?? null,
    reason: row.reason ?? null,
    changes: row.changes ? JSON.parse(row.changes) : [],
    conflicts: row.conflicts ? JSON.parse(row.conflicts) : [],
  };
}

/** How many records of each kind a plan holds. */
export async function countPlanKinds(work: Work, planId: number): Promise<Partial<Record<PlanKind, number>>> {
  const rows = await selectRows<{ kind: PlanKind; records: number | string }>(
    work,
    statement`select kind, count(*) as records from plan_records where plan_id = ${planId} group by kind`,
  );
  return Object.fromEntries(rows.map(({ kind, records }) => [kind, Number(records)]));
}
