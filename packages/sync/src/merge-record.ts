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
  /** Whose value both sides should hold; `none` when nothing is to be done, or when both changed it. */
  readonly take: Winner | 'none';
  /** Both sides changed it, to different values. */
  readonly conflict: boolean;
  /** Both sides once agreed on it. */
  readonly agreed: boolean;
}

/**
 * Reads each field of a record from its three versions: a change on one side wins over no change on the other;
 * changes on both sides are a conflict. Where the two sides never agreed, a value wins over an empty cell, and two
 * values are a conflict.
 */
export function mergeRecord(versions: RecordVersions): FieldVerdict[] {
  return versions.fields.map((field) => ({ field, ...verdict(versions, field) }));
}

function verdict({ local, remote, base }: RecordVersions, field: DealField): Omit<FieldVerdict, 'field'> {
  const [here, there] = [local[field] ?? null, remote[field] ?? null];
  const agreed = base !== null && field in base.local && field in base.remote;
  if (here === there) return { take: 'none', conflict: false, agreed };
  const hereChanged = agreed ? here !== (base.local[field] ?? null) : here !== null;
  const thereChanged = agreed ? there !== (base.remote[field] ?? null) : there !== null;
  if (hereChanged && thereChanged) return { take: 'none', conflict: true, agreed };
  if (hereChanged) return { take: 'local', conflict: false, agreed };
  return { take: thereChanged ? 'remote' : 'none', conflict: false, agreed };
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
