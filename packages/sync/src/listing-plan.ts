import { type MirrorFacts, mirrorOf } from '@passerelle/database';
import type { RunContext } from './run-context.ts';

/** Raised when remote rows are read by other rules: what was mirrored by older ones is then read anew. */
const RULES_OF_READING = 2;

/** How a run reads its table: whole, or the changes since an instant, over the mirror of what was read before. */
export interface ListingPlan {
  /** ISO 8601 UTC; `null`: the whole table is read. */
  readonly changedSince: string | null;
  /** What the mirror is to say of itself once the listing is whole; `null` when none is kept. */
  readonly facts: MirrorFacts | null;
}

/**
 * Decides how an import reads its table. Only changes when the vendor can list them, when every mapped column moves
 * its row's time of change, and when the rows read before were read by the same columns, options and translations;
 * the whole table otherwise, when it was asked for, and once in so many imports. Exports and two-way runs read it whole.
 */
export async function planListing(run: RunContext): Promise<ListingPlan> {
  const listedFrom = run.now().toISOString();
  const isKept =
    run.direction === 'import' &&
    run.hold !== null &&
    run.connector.capabilities.listsChanges &&
    run.columns.every(({ column }) => column.changesListed);
  if (!isKept) return { changedSince: null, facts: null };
  const reading = readingOf(run);
  const options = optionsOf(run);
  const facts = { listedFrom, reading, options, listingsOfChanges: 0 };
  const mirror = await mirrorOf({ em: run.database.em() }, run.scope);
  const isUsable =
    !run.full &&
    mirror !== null &&
    mirror.reading === reading &&
    mirror.listingsOfChanges + 1 < run.policies.fullScanEvery &&
    Object.entries(options).every(([id, now]) => keepsOrder(mirror.options[id] ?? [], now));
  if (!isUsable) return { changedSince: null, facts };
  const listingsOfChanges = mirror.listingsOfChanges + 1;
  return { changedSince: mirror.listedFrom, facts: { ...facts, listingsOfChanges } };
}

/** The same with the whole table read. */
export function wholeOf({ facts }: ListingPlan): ListingPlan {
  return { changedSince: null, facts: facts && { ...facts, listingsOfChanges: 0 } };
}

function readingOf({ columns, policies }: RunContext): string {
  const read = columns.map(({ field, column: { id, kind, type } }) => [field, id, kind, type]);
  return JSON.stringify([RULES_OF_READING, read, Object.entries(policies.statusValues).toSorted()]);
}

function optionsOf({ columns }: RunContext): Record<string, readonly string[]> {
  return Object.fromEntries(columns.map(({ column }) => [column.id, column.options]));
}

/** Renaming an option changes what its rows hold and not when they changed; adding one changes neither. */
function keepsOrder(before: readonly string[], now: readonly string[]): boolean {
  let found = 0;
  for (const option of now) if (option === before[found]) found += 1;
  return found === before.length;
}
