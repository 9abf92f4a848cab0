import type { ListingCertificate } from '@passerelle/connector';
import { SyncRun } from '@passerelle/database';
import type { RunContext } from '../run-context.ts';

/** Whether the listing that a run has staged was of the whole table, so that a record it did not show is gone. */
export async function isListingWhole({ database, runId }: RunContext): Promise<boolean> {
  const { certificate } = await database.em().findOneOrFail(SyncRun, { id: runId });
  if (!certificate) return false;
  const { complete }: ListingCertificate = JSON.parse(certificate);
  return complete;
}
