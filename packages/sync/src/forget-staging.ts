import { clearStagingStep, stagingLeftBehind } from '@passerelle/database';
import { inTransaction, type TransactionParts } from './run-context.ts';

type Parts = Omit<TransactionParts, 'hold'>;

/** Forgets the staged rows of every run of a provider that has ended, but of one. */
export async function forgetStagingOf(
  parts: Parts,
  { provider, butOf }: { provider: string; butOf: number },
): Promise<void> {
  for (const runId of await stagingLeftBehind(parts.database, provider)) {
    if (runId !== butOf) await forgetStaging(parts, runId);
  }
}

/** Forgets a run's staged rows, in steps between which others write. */
export async function forgetStaging({ database, atBoundary }: Parts, runId: number): Promise<void> {
  let isLeft = true;
  while (isLeft) {
    isLeft = await inTransaction({ database, atBoundary }, 'forget', (work) => clearStagingStep(work, runId));
  }
}
