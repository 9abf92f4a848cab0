import { forgetMirrorRow, keepMirror, refreshMirror, unlinkedMirrorRows } from '@passerelle/database';
import { callVendor } from './call-vendor.ts';
import type { ListingPlan } from './listing-plan.ts';
import { columnIds, inTransaction, type RunContext } from './run-context.ts';

/** Rows that are looked at one by one; more are cheaper listed. */
const MAX_LOOKS = 20;

/**
 * Rows that were not listed and belong to no deal would make one: each is looked at first, as it may have been deleted
 * there together with its deal here. Answers whether all were; too many, and the whole table is to be read.
 */
export async function dropVanished(run: RunContext, through: number): Promise<boolean> {
  const { connector, schema, runId, scope, signal } = run;
  const about = { runId, through, limit: MAX_LOOKS + 1 };
  const doubtful = await unlinkedMirrorRows({ em: run.database.em() }, scope, about);
  if (doubtful.length > MAX_LOOKS) return false;
  for (const externalId of doubtful) {
    const request = { schema, columnIds: columnIds(run), externalId, signal };
    const record = await callVendor(run, 'look', () => connector.readRecord(request));
    if (record !== null) continue;
    await inTransaction(run, 'store-page', (work) => forgetMirrorRow(work, scope, { runId, externalId }));
  }
  return true;
}

/** What a listing was of, and the position of its last row that the mirror gave. */
interface Listed {
  readonly plan: ListingPlan;
  readonly mirrored: number;
}

/** Keeps what the run has staged as the mirror of its table. */
export async function keepListing(run: RunContext, { plan, mirrored }: Listed): Promise<void> {
  const { facts, changedSince } = plan;
  if (facts === null) return;
  const { runId, scope } = run;
  await inTransaction(run, 'store-page', (work) =>
    changedSince === null
      ? keepMirror(work, scope, { runId, facts })
      : refreshMirror(work, scope, { runId, behind: mirrored, facts }),
  );
}
