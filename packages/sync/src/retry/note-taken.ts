import { noteSolved, type OutcomeRow, type Work } from '@passerelle/database';
import type { RunContext } from '../run-context.ts';

/** Notes which refused records of the run that is tried again are taken now, in the transaction that took them. */
export async function noteTaken(
  work: Work,
  { runId, saved }: Pick<RunContext, 'runId' | 'saved'>,
  outcomes: readonly Pick<OutcomeRow, 'outcome' | 'externalId' | 'dealId'>[],
): Promise<void> {
  const { originRunId } = saved;
  if (originRunId === null) return;
  const taken = outcomes.filter(({ outcome }) => outcome !== 'failed');
  await noteSolved(work, {
    originRunId,
    by: runId,
    externalIds: taken.flatMap(({ externalId }) => externalId ?? []),
    dealIds: taken.flatMap(({ dealId }) => dealId ?? []),
  });
}
