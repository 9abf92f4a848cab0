import { ContractError } from '@passerelle/contracts';
import { findRun } from '@passerelle/database';
import { type InterruptedRun, type SyncEngine, SyncError } from '@passerelle/sync';
import type { ConnectionParts } from './connections.ts';
import { openToResume } from './services/open-for-run.ts';
import { workOn } from './services/work-on.ts';

/** Takes up every run whose process is gone, in the background; one whose connection is gone is closed, saying so. */
export async function takeUpRuns(parts: ConnectionParts & { readonly engine: SyncEngine }): Promise<void> {
  const { engine } = parts;
  for (const run of await engine.recover()) {
    try {
      await engine.resume(run, await connectionOf(parts, run));
    } catch (error) {
      // Another process was quicker, or another run of the provider has begun since.
      if (error instanceof SyncError) continue;
      if (!(error instanceof ContractError)) throw error;
      await engine.abandon(run, error.message);
    }
  }
}

async function connectionOf(parts: ConnectionParts, { hold, provider }: InterruptedRun) {
  const run = await findRun(workOn(parts.database), hold.runId);
  return openToResume(parts, run ?? { provider, direction: '', origin_run_id: null });
}
