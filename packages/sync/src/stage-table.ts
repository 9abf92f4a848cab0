import { ConnectorError } from '@passerelle/connector';
import { clearStaging } from '@passerelle/database';
import { haveColumnsMoved } from './columns-moved.ts';
import { SyncError } from './errors.ts';
import { keepListing } from './mirror-listing.ts';
import { prepareRun } from './prepare-run.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';
import { type StagedListing, stageListing } from './stage-listing.ts';

/** A table whose columns change this often while it is read is being rebuilt. */
const MAX_CHANGES = 3;

/**
 * Stages the table of a prepared run, and prepares it anew when a column was deleted or became another kind meanwhile:
 * what was read of it then may be half of each. Answers the run as it is to be applied; nothing was written before.
 */
export async function stageTable(
  first: RunContext,
  ...[parts, prepared]: Parameters<typeof prepareRun>
): Promise<RunContext> {
  for (let run = first, changes = 0; ; changes += 1) {
    const listing = await stageOnce(run);
    if (listing) {
      await keepListing(run, listing);
      return run;
    }
    if (changes >= MAX_CHANGES) throw new SyncError('run_failed', TURNING);
    await inTransaction(run, 'restart-listing', async (work) => {
      await clearStaging(work, run.runId);
      await saveProgress(work, run, { phase: 'stage', cursor: null, recordsRead: 0, certificate: null });
    });
    const beginning = { ...prepared.saved, stageCursor: null, recordsRead: 0 };
    run = await prepareRun(parts, { ...prepared, saved: beginning });
  }
}

const TURNING =
  'Les colonnes de la table changent pendant qu’elle est lue. Rien n’a été modifié. Recommencez quand elle ne sera plus remaniée.';

/** `null`: a column changed meanwhile. */
async function stageOnce(run: RunContext): Promise<StagedListing | null> {
  let listing: StagedListing;
  try {
    listing = await stageListing(run);
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'column_missing') return null;
    throw error;
  }
  return (await haveColumnsMoved(run)) ? null : listing;
}
