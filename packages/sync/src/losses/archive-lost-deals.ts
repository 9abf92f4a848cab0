import {
  archiveDeals,
  lastPosition,
  lostDeals,
  type OutcomeRow,
  saveOutcomes,
  setDeletions,
} from '@passerelle/database';
import { inTransaction, type RunContext } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import { DEAL_LEAVES } from './plan-loss-rows.ts';

/** Deals archived in one transaction. */
const BATCH = 500;

/** Takes out of the CRM the deals whose remote rows are gone, as far as the run may; each is an outcome of its own. */
export async function archiveLostDeals(run: RunContext): Promise<void> {
  for (let isLeft = true; isLeft; ) {
    run.signal.throwIfAborted();
    isLeft = await archiveBatch(run);
  }
}

async function archiveBatch(run: RunContext): Promise<boolean> {
  const { runId, scope, direction } = run;
  const tally = run.tally.copy();
  const now = run.now().toISOString();
  const found = await inTransaction(run, 'archive-deals', async (work) => {
    const lost = await lostDeals(work, scope, { runId, limit: BATCH });
    const [leaving, changed] = [lost.filter(({ isSame }) => isSame), lost.filter(({ isSame }) => !isSame)];
    const by = { origin: direction === 'sync' ? 'sync' : 'import', runId, at: now } as const;
    await archiveDeals(
      work,
      leaving.map(({ dealId }) => dealId),
      by,
    );
    await setDeletions(
      work,
      leaving.map(({ id }) => id),
      { state: 'archived' },
    );
    await setDeletions(
      work,
      changed.map(({ id }) => id),
      { state: 'pending', reason: CHANGED },
    );
    let position = await lastPosition(work, runId);
    const outcomes = lost.map(({ dealId, externalId, client, isSame }): OutcomeRow => {
      const outcome = isSame ? 'archived' : 'unchanged';
      const reason = isSame ? DEAL_LEAVES : CHANGED;
      tally.add(outcome, client ?? externalId, isSame ? null : reason);
      return { position: ++position, externalId, dealId, name: client, outcome, reason, changes: null };
    });
    await saveOutcomes(work, runId, outcomes);
    await saveProgress(work, { ...run, tally }, { phase: 'apply' });
    return lost.length;
  });
  run.tally = tally;
  return found === BATCH;
}

const CHANGED =
  'N’est plus dans la table distante, mais a été modifié ici pendant la synchronisation : à vous de choisir.';
