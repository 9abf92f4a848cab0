import { clearStaging, doneRecords, stageRows } from '@passerelle/database';
import { lookAt } from '../find-lost-creates.ts';
import { inTransaction, type RunContext } from '../run-context.ts';
import { stagedRow, stageListing } from '../stage-listing.ts';
import type { UndoContext } from './undo-context.ts';

/** Rows that are looked at one by one; more are cheaper listed. */
const MAX_LOOKS = 20;

/**
 * Reads the remote rows that the run wrote as they are now. Always anew: an undo that is taken up has changed some of
 * them since.
 */
export async function stageUndone(run: UndoContext): Promise<void> {
  const { remote } = run;
  if (remote === null) return;
  const ids = await writtenThere(run);
  if (ids.length > MAX_LOOKS) {
    await stageListing({ ...remote, saved: { ...remote.saved, stageCursor: null, recordsRead: 0 } });
    return;
  }
  await inTransaction(run, 'restart-listing', (work) => clearStaging(work, run.runId));
  for (const [index, externalId] of ids.entries()) {
    run.signal.throwIfAborted();
    await stageOne(remote, externalId, index + 1);
  }
}

async function stageOne(remote: RunContext, externalId: string, position: number): Promise<void> {
  const record = await lookAt(remote, externalId);
  if (record === null) return;
  await inTransaction(remote, 'store-page', (work) =>
    stageRows(work, remote.runId, [stagedRow(record, position, remote.columns)]),
  );
}

/** The first rows the run wrote: at most one more than are looked at singly. */
async function writtenThere(run: UndoContext): Promise<string[]> {
  const ids: string[] = [];
  for (let after = 0; ids.length <= MAX_LOOKS; ) {
    const page = await inTransaction(run, 'plan', (work) =>
      doneRecords(work, run.undone, { after, limit: run.batches.exportDeals }),
    );
    const last = page.at(-1);
    if (!last) break;
    ids.push(
      ...page.flatMap(({ remote, externalId }) => (remote && externalId !== null ? [externalId] : [])),
    );
    after = last.position;
  }
  return ids;
}
