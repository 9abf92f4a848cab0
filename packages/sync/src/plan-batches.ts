import { type StagedRowWithLink, stagedAfter } from '@passerelle/database';
import { planExportBatch } from './plan-export-batch.ts';
import { planImportBatch } from './plan-import-batch.ts';
import { planRowOfExport, planRowOfImport, type UnplacedPlanRow } from './plan-rows.ts';
import { inTransaction, type RunContext } from './run-context.ts';

/** Records planned at a time. */
const BATCH_ROWS = 1_000;

/** What the run would do with every record, batch by batch, from what it has staged. Writes nothing. */
export async function* planBatches(run: RunContext): AsyncGenerator<UnplacedPlanRow[]> {
  yield* run.direction === 'export' ? exportBatches(run) : importBatches(run);
}

async function* importBatches(run: RunContext): AsyncGenerator<UnplacedPlanRow[]> {
  for (let after = 0; ; ) {
    run.signal.throwIfAborted();
    const rows: StagedRowWithLink[] = await inTransaction(run, 'plan', (work) =>
      stagedAfter(work, run.scope, { runId: run.runId, after, limit: BATCH_ROWS }),
    );
    const last = rows.at(-1);
    if (!last) return;
    const planned = await inTransaction(run, 'plan', (work) => planImportBatch(work, run, rows));
    yield planned.map(planRowOfImport);
    after = last.position;
  }
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
