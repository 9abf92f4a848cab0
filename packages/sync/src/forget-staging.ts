import { clearStagingStep, type Database, stagingLeftBehind } from '@passerelle/database';
import { inTransaction } from './run-context.ts';

/** Forgets the staged rows of every run of a provider that has ended, but of one. */
export async function forgetStagingOf(
  database: Database,
  { provider, butOf }: { provider: string; butOf: number },
): Promise<void> {
  for (const runId of await stagingLeftBehind(database, provider)) {
    if (runId !== butOf) await forgetStaging(database, runId);
  }
}

/** Forgets a run's staged rows, in steps between which others write. */
export async function forgetStaging(database: Database, runId: number): Promise<void> {
  let isLeft = true;
  while (isLeft) {
    isLeft = await inTransaction({ database }, 'forget', (work) => clearStagingStep(work, runId));
  }
}
