import type { DealRow, DoneRecord, FieldChanges, RemoteDeed } from '@passerelle/database';
import { DEAL_FIELDS, type DealField } from '@passerelle/deals';
import { type FieldValues, fieldValuesOf } from '../field-values.ts';
import { valuesAfter } from './values-after.ts';

/** What stands where a run left a record. */
export interface UndoSurroundings {
  /** The deal as it is now; `null` when it is gone. */
  readonly deal: DealRow | null;
  /** What the run left in each field that was changed since. */
  readonly left: FieldValues;
  /** Its deal was linked to a row of another table since. */
  readonly isLinkedElsewhere: boolean;
  /** The remote row as it is now; `null` when it is gone. Only looked at where the run did something to it. */
  readonly row: FieldValues | null;
  /** Whether the vendor brings a row back that was taken out. */
  readonly restoresArchived: boolean;
}

/** A value that was changed since, and stays. */
interface KeptValue {
  readonly field: string;
  readonly side: 'local' | 'remote';
  /** What the run had written, and what stands there now. */
  readonly written: unknown;
  readonly now: unknown;
}

/** What is done to one side. */
interface UndoStep {
  /** `release`: the row cannot be brought back, the next export makes another one. */
  readonly act: 'remove' | 'restore' | 'update' | 'release';
  readonly changes: FieldChanges;
  /** Since when a deal that is brought back was there. */
  readonly createdAt?: string | undefined;
  /**
   * That side stands so already: someone did it, or this very undo before its process was killed. Nothing is sent, and
   * it counts, is told and linked as if it had been.
   */
  readonly isDone?: boolean;
}

/** What an undo does with one record. Nothing on either side, and nothing kept: what was done is gone already. */
export interface UndoDecision {
  readonly local: UndoStep | null;
  readonly remote: UndoStep | null;
  readonly kept: readonly KeptValue[];
  /** Why it is kept as it is, or cannot be taken back, beside the values kept. */
  readonly reason: string | null;
  /** Whether it cannot be taken back at all. */
  readonly isRefused: boolean;
}

/** What one side comes to. */
interface SideDecision {
  readonly step: UndoStep | null;
  readonly kept: readonly KeptValue[];
  readonly reason?: string;
  readonly isRefused?: boolean;
}

const DONE: SideDecision = { step: null, kept: [] };

/** Decides how a record is taken back. Pure: only what still is as the run wrote it is touched. */
export function decideUndo(record: DoneRecord, around: UndoSurroundings): UndoDecision {
  const local = record.deal === null ? DONE : undoLocal(record.deal, around);
  const remote = record.isRemoteUnknown ? UNKNOWN : record.remote ? undoRemote(record.remote, around) : DONE;
  return {
    local: local.step,
    remote: remote.step,
    kept: [...local.kept, ...remote.kept],
    reason: [local.reason, remote.reason].filter(Boolean).join(' ') || null,
    isRefused: Boolean(local.isRefused || remote.isRefused),
  };
}

const UNKNOWN: SideDecision = {
  ...DONE,
  reason:
    'Cet export date d’une version qui ne gardait pas ce qu’elle écrivait : la ligne distante ne peut pas être reprise. Corrigez-la là-bas.',
  isRefused: true,
};

function undoLocal(deed: NonNullable<DoneRecord['deal']>, around: UndoSurroundings): SideDecision {
  const { deal, left, isLinkedElsewhere } = around;
  if (deed.did === 'deleted') {
    if (deal !== null) return DONE;
    const createdAt = deed.changes.created_at?.before;
    const changes = turned(fieldsOnly(deed.changes));
    return {
      ...DONE,
      step: { act: 'restore', changes, createdAt: createdAt ? String(createdAt) : undefined },
    };
  }
  if (deal === null) {
    return deed.did === 'updated' ? { ...DONE, reason: 'Son deal a été supprimé depuis.' } : DONE;
  }
  if (deed.did === 'updated') {
    const changes = fieldsOnly(deed.changes);
    return fieldByField('local', changes, fieldValuesOf(deal, namesOf(changes)));
  }
  const kept = keptAmong('local', left, fieldValuesOf(deal, namesOf(left)));
  if (kept.length > 0) return { ...DONE, kept };
  if (isLinkedElsewhere) {
    return { ...DONE, reason: 'Son deal est relié depuis à un autre service : il est gardé.' };
  }
  return { ...DONE, step: { act: 'remove', changes: emptied(fieldValuesOf(deal, DEAL_FIELDS)) } };
}

function undoRemote({ did, changes }: RemoteDeed, around: UndoSurroundings): SideDecision {
  const { row, deal, restoresArchived } = around;
  if (did === 'archived') {
    const restore = { act: 'restore', changes: turned(changes) } as const;
    if (row !== null) return restoresArchived ? { ...DONE, step: { ...restore, isDone: true } } : DONE;
    if (restoresArchived) return { ...DONE, step: restore };
    if (deal === null) return { ...DONE, reason: NOT_RESTORED, isRefused: true };
    return { ...DONE, step: { act: 'release', changes: {} }, reason: RELEASED };
  }
  if (row === null) {
    if (did === 'updated') return { ...DONE, reason: 'La ligne distante a disparu depuis.' };
    return { ...DONE, step: { act: 'remove', changes: turned(changes), isDone: true } };
  }
  if (did === 'updated') return rowByField(changes, row);
  const kept = keptAmong('remote', valuesAfter(changes), row);
  return kept.length > 0 ? { ...DONE, kept } : { ...DONE, step: { act: 'remove', changes: turned(changes) } };
}

const NOT_RESTORED =
  'Le service distant ne rend pas par son API une ligne supprimée. Restaurez-la là-bas, depuis sa corbeille.';

const RELEASED =
  'Le service distant ne rend pas par son API une ligne supprimée : le prochain export en créera une nouvelle pour ce deal.';

/** Fields that still hold what the run wrote get back what they held before. */
function fieldByField(side: KeptValue['side'], changes: FieldChanges, now: FieldValues): SideDecision {
  const back: Record<string, { before: unknown; after: unknown }> = {};
  const kept: KeptValue[] = [];
  for (const [field, { before, after }] of Object.entries(changes)) {
    const present = now[field as DealField] ?? null;
    if (present === (before ?? null)) continue;
    if (present === (after ?? null)) back[field] = { before: after, after: before };
    else kept.push({ field, side, written: after, now: present });
  }
  const step = Object.keys(back).length === 0 ? null : ({ act: 'update', changes: back } as const);
  return { step, kept };
}

/** As `fieldByField`; a row that holds all of it again already is done. */
function rowByField(changes: FieldChanges, row: FieldValues): SideDecision {
  const { step, kept } = fieldByField('remote', changes, row);
  const stands = Object.entries(changes).filter(
    ([field, { before }]) => (row[field as DealField] ?? null) === (before ?? null),
  );
  if (step !== null || kept.length > 0 || stands.length === 0) return { step, kept };
  return { step: { act: 'update', changes: turned(changes), isDone: true }, kept };
}

function keptAmong(
  side: KeptValue['side'],
  written: Readonly<Record<string, unknown>>,
  now: FieldValues,
): KeptValue[] {
  return Object.entries(written)
    .map(([field, value]) => ({ field, side, written: value ?? null, now: now[field as DealField] ?? null }))
    .filter((value) => value.written !== value.now);
}

const namesOf = (values: object) => Object.keys(values) as DealField[];

/** What is kept of a deleted deal beside its fields is not told. */
function fieldsOnly(changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    DEAL_FIELDS.flatMap((field) => (changes[field] ? [[field, changes[field]]] : [])),
  );
}

function turned(changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [field, { before: after, after: before }]),
  );
}

function emptied(values: FieldValues): FieldChanges {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => [field, { before: value, after: null }]),
  );
}
