import { type StagedRowWithLink, stagedAfter } from '@passerelle/database';
import { cellsOfFields } from './cells-of-fields.ts';
import { fieldValuesOf } from './field-values.ts';
import type { LossPlan } from './losses/loss-plan.ts';
import { planLossRows } from './losses/plan-loss-rows.ts';
import { planExportBatch } from './plan-export-batch.ts';
import { type PlannedRow, planImportBatch } from './plan-import-batch.ts';
import { planRowOfExport, planRowOfImport, type UnplacedPlanRow } from './plan-rows.ts';
import { inTransaction, type RunContext } from './run-context.ts';

/** Records planned at a time. */
const BATCH_ROWS = 1_000;

/** What the run would do with every record, batch by batch, from what it has staged. Writes nothing. */
export async function* planBatches(run: RunContext, losses: LossPlan): AsyncGenerator<UnplacedPlanRow[]> {
  const met = new Set<number>();
  for await (const rows of firstBatches(run, losses)) {
    for (const { dealId } of rows) if (dealId !== null && run.direction === 'sync') met.add(dealId);
    yield rows;
  }
  if (run.direction === 'import') return;
  // Deals that a two-way run met beside their remote row are planned already.
  for await (const rows of exportBatches(run)) {
    yield rows.filter(({ dealId }) => dealId === null || !met.has(dealId));
  }
}

/** What is done before any deal is exported: what comes in, and what leaves either side as the other lost it. */
async function* firstBatches(run: RunContext, losses: LossPlan): AsyncGenerator<UnplacedPlanRow[]> {
  if (run.direction !== 'export') yield* importBatches(run, losses);
  if (losses.remote === 'carry') yield* planLossRows(run, 'remote');
  // A two-way run has met the rows that leave while it planned what comes in.
  if (losses.local === 'carry' && run.direction === 'export') yield* planLossRows(run, 'local');
}

async function* importBatches(run: RunContext, losses: LossPlan): AsyncGenerator<UnplacedPlanRow[]> {
  for (let after = 0; ; ) {
    run.signal.throwIfAborted();
    const rows: StagedRowWithLink[] = await inTransaction(run, 'plan', (work) =>
      stagedAfter(work, run.scope, { runId: run.runId, after, limit: BATCH_ROWS }),
    );
    const last = rows.at(-1);
    if (!last) return;
    const planned = await inTransaction(run, 'plan', (work) => planImportBatch(work, run, { rows, losses }));
    yield planned.map((one) => planRowOfStaged(run, one));
    after = last.position;
  }
}

/** What a run plans for a staged row. One that a two-way run gives a value its column cannot hold is refused. */
export function planRowOfStaged(run: Pick<RunContext, 'columns'>, planned: PlannedRow): UnplacedPlanRow {
  const row = planRowOfImport(planned);
  const { plan } = planned;
  if (plan.kind !== 'merge' || plan.toRemote.length === 0) return row;
  const cells = cellsOfFields(fieldValuesOf(plan.deal, plan.toRemote), plan.toRemote, run.columns);
  return cells.ok ? row : { ...row, kind: 'refused', reason: cells.reason, changes: [] };
}

async function* exportBatches(run: RunContext): AsyncGenerator<UnplacedPlanRow[]> {
  for (let after = 0; ; ) {
    run.signal.throwIfAborted();
    const { work, last } = await planExportBatch(run, after);
    if (last === null) return;
    yield work.map(planRowOfExport);
    after = last;
  }
}
