import {
  correctionsOf,
  lockDeals,
  type StagedRowWithLink,
  unlinkedDealsByClient,
  unlinkedStagedByClient,
  type Work,
} from '@passerelle/database';
import type { FieldValues } from './field-values.ts';
import { burials } from './losses/buried-rows.ts';
import type { LossPlan } from './losses/loss-plan.ts';
import { type ImportPlan, planImportRow } from './plan-import-row.ts';
import { rulesOf } from './rules-of.ts';
import type { RunContext } from './run-context.ts';

/** A staged row and what an import does with it. */
export interface PlannedRow {
  readonly row: StagedRowWithLink;
  readonly plan: ImportPlan;
}

/** Decides on staged rows beside what the CRM holds now; the deals they touch stay locked until the transaction ends. */
export async function planImportBatch(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope' | 'columns' | 'direction' | 'policies' | 'now' | 'saved'>,
  { rows, losses }: { rows: readonly StagedRowWithLink[]; losses: LossPlan },
): Promise<PlannedRow[]> {
  const linked = rows.flatMap((row) => (row.link ? [row.link.dealId] : []));
  const deals = await lockDeals(work, linked);
  const newcomers = rows.filter((row) => !row.link && !row.reasons && row.client !== null);
  const clients = [...new Set(newcomers.map((row) => row.client ?? ''))];
  const candidates = await unlinkedDealsByClient(work, run.scope, clients);
  const rivals = await unlinkedStagedByClient(work, run.scope, {
    runId: run.runId,
    clients: [...candidates.keys()],
  });
  const fields = run.columns.map(({ field }) => field);
  const rules = rulesOf(run);
  const unlinked = rows.flatMap((row) => (row.link ? [] : [row.externalId]));
  const buried = await burials(work, run, { externalIds: unlinked, losses });
  const { originRunId } = run.saved;
  const ids = rows.map(({ externalId }) => externalId);
  const corrections = originRunId === null ? null : await correctionsOf(work, originRunId, ids);
  return rows.map((row) => ({
    row,
    plan: planImportRow(row, {
      deal: row.link ? (deals.get(row.link.dealId) ?? null) : null,
      candidates: candidates.get(row.client ?? '') ?? [],
      rivals: rivals.get(row.client ?? '')?.length ?? 0,
      burial: buried.get(row.externalId) ?? null,
      fields,
      rules,
      corrected: (corrections?.get(row.externalId) ?? null) as FieldValues | null,
    }),
  }));
}
