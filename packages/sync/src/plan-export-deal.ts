import type { DealRow, DealWithLink, StagedRow } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { decideRecord, type FieldConflict, type MergeRules } from './decide-record.ts';
import { type FieldValues, fieldValuesOf } from './field-values.ts';
import { type AgreedBase, baseAfter } from './merge-record.ts';
import { valuesOrMarks } from './unread-cells.ts';

/** What stands beside a deal when it is decided on. */
export interface ExportSurroundings {
  /** The remote row it is linked to, when the listing held it. */
  readonly staged: StagedRow | null;
  /** Remote rows of the same client that no deal is linked to, without those this run has taken. */
  readonly candidates: readonly StagedRow[];
  /** How many deals of the same client are linked to no remote row, this one included. */
  readonly rivals: number;
  /** An undo took its remote row away, and it was not changed since: this one. */
  readonly withheldBy: number | null;
  /** The mapped fields whose column can be written. */
  readonly fields: readonly DealField[];
  readonly rules: MergeRules;
}

/** What an export does with one deal. */
export type ExportPlan =
  | {
      readonly kind: 'settled';
      readonly outcome: 'unchanged' | 'failed';
      readonly externalId: string | null;
      readonly reason: string | null;
      /** To store when the two sides were not known to agree; `null` when nothing is to be stored. */
      readonly base: AgreedBase | null;
      readonly conflicts: readonly FieldConflict[];
    }
  | { readonly kind: 'create'; readonly local: FieldValues }
  | {
      readonly kind: 'update';
      readonly externalId: string;
      /** Fields to write: those that changed on the CRM's side only, or that it wins. */
      readonly fields: readonly DealField[];
      readonly local: FieldValues;
      readonly remote: FieldValues;
      readonly stood: Readonly<Record<string, unknown>>;
      readonly base: AgreedBase | null;
      readonly conflicts: readonly FieldConflict[];
    };

/** Decides on one deal. Pure: the same deal beside the same rows gives the same plan. */
export function planExportDeal({ deal, link }: DealWithLink, around: ExportSurroundings): ExportPlan {
  if (link) {
    if (!around.staged) return settled('unchanged', link.externalId, GONE);
    const base = { local: link.localBase as FieldValues, remote: link.remoteBase as FieldValues };
    return merge(deal, around.staged, { ...around, base });
  }
  const [candidate, ...others] = around.candidates;
  if (candidate?.reasons && around.rules.direction === 'sync') {
    return settled('failed', null, refusedThere(deal.client, candidate));
  }
  if (!candidate && around.withheldBy !== null)
    return settled('unchanged', null, withheld(around.withheldBy));
  if (!candidate) return { kind: 'create', local: fieldValuesOf(deal, around.fields) };
  if (others.length === 0 && around.rivals === 1) return merge(deal, candidate, { ...around, base: null });
  return settled('failed', null, ambiguous(deal.client, around));
}

function withheld(undoId: number): string {
  return `Son enregistrement distant a été retiré par l’annulation d’une exécution : il n’est pas recréé tant que le deal reste tel quel. Pour le ramener, annulez l’exécution ${undoId}, ou modifiez le deal.`;
}

const GONE =
  'L’enregistrement distant relié n’apparaît plus dans la table : supprimé ou filtré là-bas. Il n’a pas été recréé.';

function merge(
  deal: DealRow,
  staged: StagedRow,
  { fields, rules, base }: ExportSurroundings & { base: AgreedBase | null },
): ExportPlan {
  const [local, remote] = [fieldValuesOf(deal, fields), valuesOrMarks(staged, fields)];
  const editedAt = { local: deal.updated_at, remote: staged.remoteEditedAt };
  const { toRemote, conflicts } = decideRecord({ fields, local, remote, base, editedAt }, rules);
  if (toRemote.length > 0) {
    const { externalId } = staged;
    const stood = staged.cells ?? {};
    const held = staged.values as FieldValues;
    return { kind: 'update', externalId, fields: toRemote, local, remote: held, stood, base, conflicts };
  }
  const agreed = baseAfter(base, { fields, local, remote }, new Set());
  const same = base !== null && JSON.stringify(base) === JSON.stringify(agreed);
  return { ...settled('unchanged', staged.externalId, null), base: same ? null : agreed, conflicts };
}

function settled(outcome: 'unchanged' | 'failed', externalId: string | null, reason: string | null) {
  return { kind: 'settled', outcome, externalId, reason, base: null, conflicts: [] } as const;
}

function ambiguous(client: string, { candidates, rivals }: ExportSurroundings): string {
  return `Rapprochement ambigu : ${rivals} deal(s) du CRM et ${candidates.length} enregistrement(s) distant(s) non reliés portent le client « ${client} ». Donnez-leur des noms distincts, ou supprimez le doublon, puis relancez l’export.`;
}

function refusedThere(client: string, { reasons }: StagedRow): string {
  return `Un enregistrement distant du même client (« ${client} ») a été refusé : ${reasons?.join(' ') ?? ''} Corrigez-le là-bas, puis relancez la synchronisation.`;
}
