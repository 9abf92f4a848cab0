import { countDealsBeside, countStaged, Deal, type Work } from '@passerelle/database';
import { refuseIfMoved } from './as-planned.ts';
import { applyExport } from './export-run.ts';
import { applyImport } from './import-batch.ts';
import { planBatches } from './plan-batches.ts';
import { prepareRun } from './prepare-run.ts';
import { type Direction, inTransaction, type RunContext } from './run-context.ts';
import { beginPhase } from './run-record.ts';
import { stageTable } from './stage-table.ts';

/** How each direction is applied once the remote table is staged, and how many records it is about. */
const DIRECTIONS: Readonly<
  Record<
    Direction,
    {
      apply(run: RunContext): Promise<void>;
      count(work: Work, run: RunContext): Promise<number>;
    }
  >
> = {
  import: { apply: applyImport, count: (work, { runId }) => countStaged(work, runId) },
  export: { apply: applyExport, count: ({ em }) => em.count(Deal) },
  sync: { apply: applyBothWays, count: countBothWays },
};

/** Does what a run is for, from where it stands: stage, plan, apply. */
export async function performRun(...[parts, prepared]: Parameters<typeof prepareRun>): Promise<void> {
  const { saved } = prepared;
  if (saved.direction === 'export' && (await parts.database.em().count(Deal)) === 0) return;
  let run = await prepareRun(parts, prepared);
  if (!saved.isStaged) {
    await begin(run, 'stage', { done: saved.recordsRead, total: null });
    run = await stageTable(run, parts, prepared);
  }
  const { apply, count } = DIRECTIONS[saved.direction];
  if (run.tally.processed === 0) await refuseIfMoved(run, planBatches(run));
  await begin(run, 'apply', { done: run.tally.processed, count });
  await apply(run);
}

/** Both ways from one stage: what a record gets from the other side first, then what it gives. */
async function applyBothWays(run: RunContext): Promise<void> {
  await applyImport(run);
  await applyExport(run);
}

async function countBothWays(work: Work, run: RunContext): Promise<number> {
  return (await countStaged(work, run.runId)) + (await countDealsBeside(work, run.scope, run.runId));
}

async function begin(
  run: RunContext,
  name: 'stage' | 'apply',
  {
    done,
    ...size
  }: { done: number } & ({ total: null } | { count: (work: Work, run: RunContext) => Promise<number> }),
): Promise<void> {
  await inTransaction(run, 'begin-phase', async (work) => {
    const total = 'count' in size ? await size.count(work, run) : null;
    await beginPhase(work, run.runId, { name, done, total, now: run.now() });
  });
}
