import type { DealField } from '@passerelle/deals';
import type { FieldValues } from './field-values.ts';

/** What both sides held when they last agreed on a record. */
export interface AgreedBase {
  readonly local: FieldValues;
  readonly remote: FieldValues;
}

/** Which side's value is kept when both changed. */
export type Winner = 'local' | 'remote';

/** One record as both sides hold it now, and as they last agreed on it (`null`: they never did). */
export interface RecordVersions {
  readonly fields: readonly DealField[];
  readonly local: FieldValues;
  readonly remote: FieldValues;
  readonly base: AgreedBase | null;
}

/** What the three versions of one field say. */
export interface FieldVerdict {
  readonly field: DealField;
  /** Whose value both sides should hold; `none` when nothing is to be done. */
  readonly take: Winner | 'none';
  /** Both sides changed it, to different values. */
  readonly conflict: boolean;
}

/**
 * Decides each field of a record from its three versions: a change on one side wins over no change on the
 * other; changes on both sides are a conflict, settled by `winner`. Where the two sides never agreed, a value
 * wins over an empty cell, and two values are a conflict.
 */
export function mergeRecord(versions: RecordVersions, winner: Winner): FieldVerdict[] {
  return versions.fields.map((field) => verdict(versions, field, winner));
}

function verdict({ local, remote, base }: RecordVersions, field: DealField, winner: Winner): FieldVerdict {
  const [here, there] = [local[field] ?? null, remote[field] ?? null];
  if (here === there) return { field, take: 'none', conflict: false };
  const known = base !== null && field in base.local && field in base.remote;
  const hereChanged = known ? here !== (base.local[field] ?? null) : here !== null;
  const thereChanged = known ? there !== (base.remote[field] ?? null) : there !== null;
  if (hereChanged && thereChanged) return { field, take: winner, conflict: true };
  if (hereChanged) return { field, take: 'local', conflict: false };
  return { field, take: thereChanged ? 'remote' : 'none', conflict: false };
}

/**
 * The base after a run wrote the fields `written` (to whichever side): fields that are equal now are agreed
 * on; a change that this run did not carry over stays a change for the next one.
 */
export function baseAfter(
  previous: AgreedBase | null,
  now: Omit<RecordVersions, 'base'>,
  written: ReadonlySet<DealField>,
): AgreedBase {
  const local: Record<string, string | number | null> = { ...previous?.local };
  const remote: Record<string, string | number | null> = { ...previous?.remote };
  for (const field of now.fields) {
    const [here, there] = [now.local[field] ?? null, now.remote[field] ?? null];
    if (here !== there && !written.has(field)) continue;
    local[field] = here;
    remote[field] = there;
  }
  return { local, remote };
}
