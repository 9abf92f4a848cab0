import {
  countCarried,
  holdLosses,
  type LostSide,
  noteLosses,
  planRowsOf,
  reviewDeletions,
  unmirrorLosses,
  type Work,
} from '@passerelle/database';
import { inTransaction, type RunContext } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import { type ExaminedLoss, examineLosses } from './examine-losses.ts';
import type { LossPlan } from './loss-plan.ts';

/**
 * Lists what the run's listing shows to be lost, and takes from the list what came back, before anything is applied:
 * which losses the run carries is settled from here on, whoever takes it up.
 */
export async function noticeLosses(run: RunContext, plan: LossPlan): Promise<void> {
  const { runId, scope } = run;
  const now = run.now().toISOString();
  const tally = run.tally.copy();
  tally.withheld ??= plan.withheld;
  await inTransaction(run, 'notice', async (work) => {
    await reviewDeletions(work, scope, { runId, isWhole: plan.isWhole, now, sentences: SENTENCES });
    for (const side of SIDES) {
      const state = STATES[plan[side]];
      if (state !== null) await noteLosses(work, scope, { runId, side, state, now });
    }
    if (plan.remote !== 'none') await unmirrorLosses(work, scope, runId);
    if (tally.withheld !== null) await saveProgress(work, { ...run, tally }, { phase: 'stage' });
  });
  run.tally = tally;
  const work = { em: run.database.em(), sql: run.database.sql };
  for (const side of SIDES) {
    if ((await countCarried(work, scope, { runId, side })) > 0) await holdBack(run, side);
  }
}

const SIDES = ['remote', 'local'] as const;
const STATES = { carry: 'approved', list: 'pending', leave: 'left', none: null } as const;

const SENTENCES = {
  cameBackThere:
    'Archivé là-bas, l’enregistrement y est de nouveau : gardez-le, archivez-le encore, ou ramenez son deal.',
  goneOnBothSides: 'Disparu des deux côtés.',
};

/** Gives back to a person what may not be carried: changed on the side that still has it, or not as planned. */
async function holdBack(run: RunContext, side: LostSide): Promise<void> {
  for await (const losses of examineLosses(run, { side, standing: 'approved' })) {
    await inTransaction(run, 'notice', async (work) => {
      const held = [...losses.filter(({ hold }) => hold !== null), ...(await unplanned(work, run, losses))];
      const reasons = Map.groupBy(held, ({ hold }) => hold ?? UNPLANNED);
      for (const [reason, those] of reasons) {
        const externalIds = those.map(({ loss }) => loss.externalId);
        await holdLosses(work, run.scope, { externalIds, reason });
      }
    });
  }
}

const UNPLANNED = 'Disparu depuis l’aperçu qui était appliqué.';

async function unplanned(
  work: Work,
  { planId }: RunContext,
  losses: readonly ExaminedLoss[],
): Promise<ExaminedLoss[]> {
  if (planId === null) return [];
  const externalIds = losses.map(({ loss }) => loss.externalId);
  const rows = await planRowsOf(work, planId, { externalIds, dealIds: [] });
  const planned = new Set(
    rows.flatMap(({ kind, externalId }) => (kind === 'archive' ? (externalId ?? []) : [])),
  );
  return losses.filter(({ hold, loss }) => hold === null && !planned.has(loss.externalId));
}
