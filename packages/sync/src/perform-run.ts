import { countCarried, countDealsBeside, countStaged, Deal, type Work } from '@passerelle/database';
import { refuseIfMoved } from './as-planned.ts';
import { ColumnsMoved } from './columns-moved.ts';
import { applyExport } from './export-run.ts';
import { applyImport } from './import-batch.ts';
import { loadSavedRun } from './load-saved-run.ts';
import { archiveLostDeals } from './losses/archive-lost-deals.ts';
import { archiveLostRows } from './losses/archive-lost-rows.ts';
import { hasSomethingToSend } from './losses/has-something-to-send.ts';
import { isListingWhole } from './losses/is-listing-whole.ts';
import { type LossPlan, planLosses } from './losses/loss-plan.ts';
import { noticeLosses } from './losses/notice-losses.ts';
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
      apply(run: RunContext, losses: LossPlan): Promise<void>;
      count(work: Work, run: RunContext): Promise<number>;
    }
  >
> = {
  import: { apply: applyImportOnly, count: countImport },
  export: { apply: applyExportOnly, count: countExport },
  sync: { apply: applyBothWays, count: countBothWays },
};

/** Does what a run is for, from where it stands: stage, plan, apply. */
export async function performRun(...[parts, prepared]: Parameters<typeof prepareRun>): Promise<void> {
  const { saved } = prepared;
  const { direction } = saved;
  if (direction === 'export' && !(await hasSomethingToSend(parts.database, saved.provider))) return;
  for (let from = saved, changes = 0; ; changes += 1) {
    try {
      return await goOn(parts, { ...prepared, saved: from });
    } catch (error) {
      // A column that changed while rows were written is paused, and what is left goes on without it.
      if (!(error instanceof ColumnsMoved)) throw error;
      if (changes >= MAX_CHANGES) throw error.cause;
      from = { ...(await loadSavedRun(parts.database, prepared.runId)), direction };
    }
  }
}

/** A table whose columns change this often while it is written is being rebuilt. */
const MAX_CHANGES = 3;

async function goOn(...[parts, prepared]: Parameters<typeof prepareRun>): Promise<void> {
  let run = await prepareRun(parts, prepared);
  const { saved, direction } = run;
  if (!saved.isStaged) {
    await begin(run, 'stage', { done: saved.recordsRead, total: null });
    run = await stageTable(run, parts, prepared);
  }
  const { apply, count } = DIRECTIONS[direction];
  const losses = await planLosses(run, await isListingWhole(run));
  if (run.tally.processed === 0) await refuseIfMoved(run, planBatches(run, losses));
  await noticeLosses(run, losses);
  await begin(run, 'apply', { done: run.tally.processed, count });
  await apply(run, losses);
}

async function applyImportOnly(run: RunContext, losses: LossPlan): Promise<void> {
  await applyImport(run, losses);
  await archiveLostDeals(run);
}

async function applyExportOnly(run: RunContext): Promise<void> {
  await archiveLostRows(run);
  await applyExport(run);
}

/** Both ways from one stage: what a record gets from the other side first, then what it gives. */
async function applyBothWays(run: RunContext, losses: LossPlan): Promise<void> {
  await applyImport(run, losses);
  await archiveLostDeals(run);
  await archiveLostRows(run);
  await applyExport(run);
}

/** What was carried of the other side's losses has left both sides: it is no longer found there to be counted. */
async function countImport(work: Work, { runId, scope, tally }: RunContext): Promise<number> {
  const left = await countCarried(work, scope, { runId, side: 'remote' });
  return (await countStaged(work, runId)) + left + tally.archived;
}

async function countExport(work: Work, { runId, scope, tally }: RunContext): Promise<number> {
  const left = await countCarried(work, scope, { runId, side: 'local' });
  return (await work.em.count(Deal)) + left + tally.archived;
}

async function countBothWays(work: Work, { runId, scope, tally }: RunContext): Promise<number> {
  return (await countStaged(work, runId)) + (await countDealsBeside(work, scope, runId)) + tally.archived;
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
