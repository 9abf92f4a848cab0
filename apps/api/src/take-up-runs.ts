import { ContractError, type Provider } from '@passerelle/contracts';
import { type SyncEngine, SyncError } from '@passerelle/sync';
import type { ConnectionParts } from './connections.ts';
import { openForRun } from './services/open-for-run.ts';

/** Takes up every run whose process is gone, in the background; one whose connection is gone is closed, saying so. */
export async function takeUpRuns(parts: ConnectionParts & { readonly engine: SyncEngine }): Promise<void> {
  const { engine } = parts;
  for (const run of await engine.recover()) {
    try {
      await engine.resume(run, await openForRun(parts, run.provider as Provider));
    } catch (error) {
      // Another process was quicker, or another run of the provider has begun since.
      if (error instanceof SyncError) continue;
      if (!(error instanceof ContractError)) throw error;
      await engine.abandon(run, error.message);
    }
  }
}
