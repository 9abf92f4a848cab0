import type { DealRow, DepartedDeal, StagedRowWithLink } from '@passerelle/database';
import { type DealField, fieldOfProblem } from '@passerelle/deals';
import { decideRecord, type FieldConflict, type MergeRules } from './decide-record.ts';
import { type FieldValues, fieldValuesOf } from './field-values.ts';
import type { Burial } from './losses/buried-rows.ts';
import { type AgreedBase, baseAfter } from './merge-record.ts';
import { unreadFields, valuesOrMarks } from './unread-cells.ts';

/** What stands beside a staged row when it is decided on. */
export interface ImportSurroundings {
  /** The deal it is linked to, when it is and the deal still exists. */
  readonly deal: DealRow | null;
  /** Deals of the same client that no remote row is linked to. */
  readonly candidates: readonly DealRow[];
  /** How many staged rows of the same client are linked to no deal, this one included. */
  readonly rivals: number;
  /** What becomes of it when its deal has left the CRM; `null`: it has not. */
  readonly burial: Burial | null;
  readonly fields: readonly DealField[];
  readonly rules: MergeRules;
  /** What a person corrected of the row since it was refused. */
  readonly corrected: FieldValues | null;
}

/** What an import does with one remote row. */
export type ImportPlan =
  | { readonly kind: 'refuse'; readonly reason: string }
  /** Its deal was deleted by a person, and is not brought back. */
  | { readonly kind: 'leave'; readonly reason: string }
  /** Its deal was deleted by a person, and the two-way run that meets it archives it as well. */
  | { readonly kind: 'archive' }
  | {
      readonly kind: 'create';
      readonly values: FieldValues;
      readonly base: AgreedBase;
      /** Which of the values a person corrected. */
      readonly corrected: FieldValues | null;
    }
  | {
      readonly kind: 'merge';
      readonly deal: DealRow;
      /** What the deal held when it left, where the run brings it back with its row; `null`: it is there. */
      readonly returning: DepartedDeal | null;
      /** Fields to change on the deal; empty when it is equal already or only the deal changed. */
      readonly values: FieldValues;
      readonly base: AgreedBase;
      readonly conflicts: readonly FieldConflict[];
      /** What a two-way run still has to write on the other side. */
      readonly toRemote: readonly DealField[];
    };

/** Decides on one remote row. Pure: the same row beside the same deals gives the same plan. */
export function planImportRow(row: StagedRowWithLink, around: ImportSurroundings): ImportPlan {
  const { burial, corrected } = around;
  if (burial?.fate === 'left') return { kind: 'leave', reason: buried(burial.undoneBy) };
  if (burial?.fate === 'leaving') return { kind: 'archive' };
  const reason = reasonToRefuse(row, around);
  if (reason !== null) return { kind: 'refuse', reason };
  const remote = valuesOrMarks(row, around.fields);
  if (around.deal) {
    const base = row.link && { local: row.link.localBase, remote: row.link.remoteBase };
    return merge(around.deal, row, { ...around, base });
  }
  if (burial?.returning) {
    const { deal, departed } = burial.returning;
    return merge(deal, row, { ...around, base: burial.base, returning: departed });
  }
  const [candidate, ...others] = around.candidates;
  if (!candidate) {
    return {
      kind: 'create',
      values: { ...remote, ...corrected },
      base: { local: remote, remote },
      corrected,
    };
  }
  if (others.length === 0 && around.rivals === 1) return merge(candidate, row, { ...around, base: null });
  return { kind: 'refuse', reason: ambiguous(candidate.client, around) };
}

function buried(undoId: number | null): string {
  if (undoId === null) return BURIED;
  return `Son deal a été retiré par l’annulation d’une exécution : il n’est pas recréé. Pour le ramener, annulez l’exécution ${undoId}.`;
}

/**
 * A row that cannot be read is refused, but for the cells that a person has corrected here: in this retry, or before, as
 * long as those cells stay as they were.
 */
function reasonToRefuse(row: StagedRowWithLink, { fields, corrected }: ImportSurroundings): string | null {
  if (!row.reasons) return null;
  const marked = valuesOrMarks(row, fields);
  const remembered = row.link?.remoteBase ?? {};
  const left = unreadFields(row, fields).filter(
    (field) => (corrected?.[field] ?? null) === null && remembered[field] !== marked[field],
  );
  if (left.length === 0) return null;
  const about = row.reasons.filter((reason) => {
    const field = fieldOfProblem(reason);
    return field === null || left.includes(field);
  });
  return (about.length > 0 ? about : row.reasons).join(' ');
}

const BURIED =
  'Son deal a été supprimé dans le CRM : il n’est pas recréé. Pour le ramener, choisissez « ramener » dans les suppressions.';

function merge(
  deal: DealRow,
  row: StagedRowWithLink,
  {
    fields,
    rules,
    base,
    corrected,
    returning = null,
  }: ImportSurroundings & { base: AgreedBase | null; returning?: DepartedDeal | null },
): ImportPlan {
  const [local, remote] = [fieldValuesOf(deal, fields), valuesOrMarks(row, fields)];
  const editedAt = { local: deal.updated_at, remote: row.remoteEditedAt };
  const { toLocal, toRemote, conflicts } = decideRecord({ fields, local, remote, base, editedAt }, rules);
  // What could not be read is known to differ, and no more.
  const unread = new Set(unreadFields(row, fields));
  const readable = toLocal.filter((field) => !unread.has(field));
  const taken = Object.fromEntries(readable.map((field) => [field, remote[field] ?? null]));
  const after = { fields, local: { ...local, ...taken }, remote };
  const told = conflicts.filter(({ field }) => !unread.has(field));
  const settled = { base: baseAfter(base, after, new Set(toLocal)), conflicts: told, toRemote };
  return { kind: 'merge', deal, returning, values: { ...taken, ...differing(corrected, local) }, ...settled };
}

/** A correction is an edit made here: it is no part of what both sides agree on. */
function differing(corrected: FieldValues | null, local: FieldValues): FieldValues {
  const fields = Object.keys(corrected ?? {}) as DealField[];
  return Object.fromEntries(
    fields
      .filter((field) => (corrected?.[field] ?? null) !== (local[field] ?? null))
      .map((field) => [field, corrected?.[field] ?? null]),
  );
}

function ambiguous(client: string, { candidates, rivals }: ImportSurroundings): string {
  return `Rapprochement ambigu : ${candidates.length} deal(s) du CRM et ${rivals} enregistrement(s) distant(s) non reliés portent le client « ${client} ». Donnez-leur des noms distincts, ou supprimez le doublon, puis relancez l’import.`;
}
