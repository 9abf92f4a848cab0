import { linksByExternalId, stagedAfter } from '@passerelle/database';
import { applyExport } from '../export-run.ts';
import { applyImport } from '../import-batch.ts';
import type { LossPlan } from '../losses/loss-plan.ts';
import { prepareRun } from '../prepare-run.ts';
import { inTransaction, type RunContext } from '../run-context.ts';
import { beginPhase } from '../run-record.ts';
import { stageRefused, wantedRecords } from './stage-refused.ts';

/** Nothing is concluded of records that were not looked at. */
const NO_LOSSES: LossPlan = { isWhole: false, remote: 'none', local: 'none', withheld: null };

/** Tries refused records of an earlier run again, by the same rules, and no other record. */
export async function performRetry(...[parts, prepared]: Parameters<typeof prepareRun>): Promise<void> {
  const run = await prepareRun(parts, prepared);
  const { direction, saved } = run;
  const total = saved.isStaged ? saved.recordsRead : await stageRefused(run);
  await inTransaction(run, 'begin-phase', (work) =>
    beginPhase(work, run.runId, { name: 'apply', done: run.tally.processed, total, now: run.now() }),
  );
  // A record that is taken is no longer among those wanted: which deals there are is asked before.
  const deals = direction === 'import' ? [] : await wantedDeals(run);
  if (direction !== 'export') await applyImport(run, NO_LOSSES);
  if (direction === 'import') return;
  const onlyDeals = [...new Set([...deals, ...(await stagedDeals(run))])];
  await applyExport(onlyAbout(run, onlyDeals));
}

/** The same run, about these deals alone. */
function onlyAbout(run: RunContext, onlyDeals: readonly number[]): RunContext {
  return {
    ...run,
    onlyDeals,
    get tally() {
      return run.tally;
    },
    set tally(tally) {
      run.tally = tally;
    },
  };
}

async function wantedDeals(run: RunContext): Promise<number[]> {
  const ids: number[] = [];
  for await (const { side, dealId } of wantedRecords(run))
    if (side === 'local' && dealId !== null) ids.push(dealId);
  return ids;
}

/** The deals of the rows that a two-way run tries again. */
function stagedDeals(run: RunContext): Promise<number[]> {
  if (run.direction !== 'sync') return Promise.resolve([]);
  return inTransaction(run, 'plan', async (work) => {
    const about = { runId: run.runId, after: 0, limit: Number.MAX_SAFE_INTEGER };
    const rows = await stagedAfter(work, run.scope, about);
    const ids = rows.map(({ externalId }) => externalId);
    const links = await linksByExternalId(work, run.scope, ids);
    return [...links.values()].map(({ dealId }) => dealId);
  });
}
