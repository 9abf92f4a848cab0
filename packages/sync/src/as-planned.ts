import { countPlanKinds, type PlanRow, planRowsOf, SyncPlan, type Work } from '@passerelle/database';
import { SyncError } from './errors.ts';
import { refusedEntry } from './export-item.ts';
import { planRowOfStaged } from './plan-batches.ts';
import type { ExportWork } from './plan-export-batch.ts';
import type { PlannedRow } from './plan-import-batch.ts';
import { planRowOfExport, type UnplacedPlanRow } from './plan-rows.ts';
import { inTransaction, type RunContext } from './run-context.ts';

/** Differences kept of a plan that no longer holds; one alone is enough to refuse it. */
const MAX_DIFFERENCES = 20;

const MOVED =
  'L’enregistrement a changé depuis l’aperçu : il est laissé tel quel. Refaites un aperçu pour le traiter.';

/**
 * Before a run that applies a plan does anything: refuses it when either side has moved since. Throws `SyncError`
 * `plan_outdated`; the plan then tells the differences.
 */
export async function refuseIfMoved(
  run: Pick<RunContext, 'planId' | 'database' | 'hold' | 'atBoundary'>,
  batches: AsyncIterable<UnplacedPlanRow[]>,
): Promise<void> {
  const { planId } = run;
  if (planId === null) return;
  const differences: string[] = [];
  let found = 0;
  for await (const rows of batches) {
    const planned = await inTransaction(run, 'plan', (work) => plannedAmong(work, planId, rows));
    found += [...planned.values()].filter(({ kind }) => kind !== 'unchanged').length;
    for (const row of rows) {
      const difference = differenceOf(row, planned.get(keyOf(row)));
      if (difference !== null && differences.length < MAX_DIFFERENCES) differences.push(difference);
    }
  }
  const gone = (await plannedCount(run, planId)) - found;
  if (gone > 0) differences.push(`${gone} enregistrement(s) prévu(s) n’existent plus.`);
  if (differences.length === 0) return;
  const message = `Les données ont changé depuis l’aperçu, rien n’a été fait. ${differences[0]} Refaites un aperçu.`;
  await run.database
    .em()
    .nativeUpdate(
      SyncPlan,
      { id: planId },
      { state: 'outdated', message, differences: JSON.stringify(differences) },
    );
  throw new SyncError('plan_outdated', message);
}

/** How many records the plan does something with. */
async function plannedCount({ database }: Pick<RunContext, 'database'>, planId: number): Promise<number> {
  const { unchanged: _, ...kinds } = await countPlanKinds({ em: database.em(), sql: database.sql }, planId);
  return Object.values(kinds).reduce((sum, count) => sum + count, 0);
}

/** The rows that are as planned; in place of the others, one that is left alone. */
export async function onlyAsPlanned(
  work: Work,
  run: Pick<RunContext, 'planId' | 'columns'>,
  rows: PlannedRow[],
): Promise<PlannedRow[]> {
  const { planId } = run;
  if (planId === null) return rows;
  const now = rows.map((one) => planRowOfStaged(run, one));
  const planned = await plannedAmong(work, planId, now);
  return rows.map((one) => {
    const row = planRowOfStaged(run, one);
    const holds = differenceOf(row, planned.get(keyOf(row))) === null;
    return holds ? one : { row: one.row, plan: { kind: 'refuse', reason: MOVED } };
  });
}

/** The work of an export that is as planned; in place of the rest, its refusal. */
export async function onlyExportAsPlanned(run: RunContext, items: ExportWork[]): Promise<ExportWork[]> {
  const { planId, direction } = run;
  if (planId === null) return items;
  const planned = await inTransaction(run, 'plan', (work) =>
    plannedAmong(work, planId, items.map(planRowOfExport)),
  );
  return items.map((one) => {
    const row = planRowOfExport(one);
    const plan = planned.get(keyOf(row));
    // A two-way run has brought the deal its part of the plan already: what is left of it is what the other side gets.
    const holds = direction === 'sync' ? givesSame(row, plan) : differenceOf(row, plan) === null;
    if (one.entry || holds) return one;
    return { entry: refusedEntry(one.item.deal, one.item.externalId, MOVED) };
  });
}

async function plannedAmong(
  work: Work,
  planId: number,
  rows: readonly UnplacedPlanRow[],
): Promise<Map<string, PlanRow>> {
  const stored = await planRowsOf(work, planId, {
    externalIds: rows.flatMap(({ externalId }) => externalId ?? []),
    dealIds: rows.flatMap(({ dealId, externalId }) => (externalId === null ? (dealId ?? []) : [])),
  });
  return new Map(stored.map((row) => [keyOf(row), row]));
}

const keyOf = ({ externalId, dealId }: UnplacedPlanRow) => externalId ?? `deal ${dealId}`;

/** What differs, as a sentence; `null` when the record is as planned, or nothing was and is to be done with it. */
function differenceOf(now: UnplacedPlanRow, planned: PlanRow | undefined): string | null {
  const name = `« ${now.client ?? now.externalId ?? now.dealId} »`;
  if (planned === undefined) {
    return now.kind === 'unchanged' ? null : `${name} n’était pas dans l’aperçu.`;
  }
  if (sameWork(now, planned)) return null;
  const fields = [...new Set([...now.changes, ...planned.changes].map(({ field }) => field))];
  return `${name} a changé (${fields.join(', ') || now.reason || now.kind}).`;
}

function givesSame(now: UnplacedPlanRow, planned: PlanRow | undefined): boolean {
  const given = ({ changes }: UnplacedPlanRow) =>
    JSON.stringify(changes.filter(({ side }) => side === 'remote').toSorted(byField));
  return planned !== undefined && given(now) === given(planned);
}

const byField = (one: { field: string }, other: { field: string }) => one.field.localeCompare(other.field);

function sameWork(now: UnplacedPlanRow, planned: PlanRow): boolean {
  const told = ({ kind, dealId, changes }: UnplacedPlanRow) => JSON.stringify([kind, dealId, changes]);
  return told(now) === told(planned);
}
