import type { DealRow, DepartedDeal, StagedRowWithLink } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { decideRecord, type FieldConflict, type MergeRules } from './decide-record.ts';
import { type FieldValues, fieldValuesOf } from './field-values.ts';
import type { Burial } from './losses/buried-rows.ts';
import { type AgreedBase, baseAfter } from './merge-record.ts';

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
}

/** What an import does with one remote row. */
export type ImportPlan =
  | { readonly kind: 'refuse'; readonly reason: string }
  /** Its deal was deleted by a person, and is not brought back. */
  | { readonly kind: 'leave'; readonly reason: string }
  /** Its deal was deleted by a person, and the two-way run that meets it archives it as well. */
  | { readonly kind: 'archive' }
  | { readonly kind: 'create'; readonly values: FieldValues; readonly base: AgreedBase }
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
  const { burial } = around;
  if (burial?.fate === 'left') return { kind: 'leave', reason: buried(burial.undoneBy) };
  if (burial?.fate === 'leaving') return { kind: 'archive' };
  if (row.reasons) return { kind: 'refuse', reason: row.reasons.join(' ') };
  const remote = row.values as FieldValues;
  if (around.deal) {
    const base = row.link && { local: row.link.localBase, remote: row.link.remoteBase };
    return merge(around.deal, row, { ...around, base });
  }
  if (burial?.returning) {
    const { deal, departed } = burial.returning;
    return merge(deal, row, { ...around, base: burial.base, returning: departed });
  }
  const [candidate, ...others] = around.candidates;
  if (!candidate) return { kind: 'create', values: remote, base: { local: remote, remote } };
  if (others.length === 0 && around.rivals === 1) return merge(candidate, row, { ...around, base: null });
  return { kind: 'refuse', reason: ambiguous(candidate.client, around) };
}

function buried(undoId: number | null): string {
  if (undoId === null) return BURIED;
  return `Son deal a été retiré par l’annulation d’une exécution : il n’est pas recréé. Pour le ramener, annulez l’exécution ${undoId}.`;
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
    returning = null,
  }: ImportSurroundings & { base: AgreedBase | null; returning?: DepartedDeal | null },
): ImportPlan {
  const [local, remote] = [fieldValuesOf(deal, fields), row.values as FieldValues];
  const editedAt = { local: deal.updated_at, remote: row.remoteEditedAt };
  const { toLocal, toRemote, conflicts } = decideRecord({ fields, local, remote, base, editedAt }, rules);
  const values = Object.fromEntries(toLocal.map((field) => [field, remote[field] ?? null]));
  const after = { fields, local: { ...local, ...values }, remote };
  const settled = { base: baseAfter(base, after, new Set(toLocal)), conflicts, toRemote };
  return { kind: 'merge', deal, returning, values, ...settled };
}

function ambiguous(client: string, { candidates, rivals }: ImportSurroundings): string {
  return `Rapprochement ambigu : ${candidates.length} deal(s) du CRM et ${rivals} enregistrement(s) distant(s) non reliés portent le client « ${client} ». Donnez-leur des noms distincts, ou supprimez le doublon, puis relancez l’import.`;
}
