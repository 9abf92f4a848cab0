import {
  type DealWithLink,
  dealsAfter,
  epochMs,
  type StagedRow,
  stagedByExternalId,
  unlinkedDealsByClient,
  unlinkedStagedByClient,
  withheldAmong,
} from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { cellsOfFields, writableFields } from './cells-of-fields.ts';
import { type ExportItem, refusedEntry } from './export-item.ts';
import type { ExportEntry } from './export-ledger.ts';
import { type ExportPlan, planExportDeal } from './plan-export-deal.ts';
import { rulesOf } from './rules-of.ts';
import { inTransaction, type RunContext } from './run-context.ts';

/** What a plan comes to: a request to send, or the entry of a deal that needs none or that its column cannot hold. */
export type ExportWork =
  | { readonly item: ExportItem; readonly entry?: never }
  | { readonly entry: ExportEntry; readonly item?: never };

/** Decides on the deals behind `after`, in the order of their ids; `last` is `null` when there was none left. */
export async function planExportBatch(
  run: RunContext,
  after: number,
): Promise<{ work: ExportWork[]; last: number | null }> {
  const plans = await planDeals(run, after);
  return {
    work: plans.map(({ deal, plan }) => workOf(run, deal, plan)),
    last: plans.at(-1)?.deal.deal.id ?? null,
  };
}

interface PlannedDeal {
  readonly deal: DealWithLink;
  readonly plan: ExportPlan;
}

function planDeals(run: RunContext, after: number): Promise<PlannedDeal[]> {
  const fields = writableFields(run.columns);
  const rules = rulesOf(run);
  return inTransaction(run, 'plan', async (work) => {
    const deals = await dealsAfter(work, run.scope, {
      after,
      limit: run.batches.exportDeals,
      among: run.onlyDeals,
    });
    const externalIds = deals.flatMap(({ link }) => (link ? [link.externalId] : []));
    const staged = await stagedByExternalId(work, run.runId, externalIds);
    const clients = [...new Set(deals.flatMap(({ deal, link }) => (link ? [] : [deal.client])))];
    const candidates = await unlinkedStagedByClient(work, run.scope, { runId: run.runId, clients });
    const rivals = await unlinkedDealsByClient(work, run.scope, [...candidates.keys()]);
    const unlinked = deals.flatMap(({ deal, link }) => (link ? [] : [deal.id]));
    const withheld = await withheldAmong(work, run.scope, unlinked);
    const claimed = new Set<string>();
    return deals.map((deal) => {
      const plan = planExportDeal(deal, {
        staged: deal.link ? (staged.get(deal.link.externalId) ?? null) : null,
        candidates: unclaimed(candidates.get(deal.deal.client), claimed),
        rivals: rivals.get(deal.deal.client)?.length ?? 0,
        withheldBy: withheldBy(deal.deal, withheld),
        fields,
        rules,
      });
      if (plan.kind !== 'create' && plan.externalId !== null) claimed.add(plan.externalId);
      return { deal, plan };
    });
  });
}

/** A deal that was changed since is another thing than what the undo took away. */
function withheldBy(
  { id, updated_at }: DealWithLink['deal'],
  withheld: Awaited<ReturnType<typeof withheldAmong>>,
): number | null {
  const found = withheld.get(id);
  const isChanged = found && (epochMs(updated_at) ?? 0) > (epochMs(found.withheldAt) ?? 0);
  return !found || isChanged ? null : found.runId;
}

function unclaimed(rows: readonly StagedRow[] | undefined, claimed: ReadonlySet<string>): StagedRow[] {
  return (rows ?? []).filter((row) => !claimed.has(row.externalId));
}

function workOf(run: RunContext, { deal }: DealWithLink, plan: ExportPlan): ExportWork {
  if (plan.kind === 'settled') {
    const { outcome, externalId, reason, base, conflicts } = plan;
    const record = { dealId: deal.id, client: deal.client, externalId };
    if (outcome === 'failed') return { entry: refusedEntry(deal, externalId, reason ?? '') };
    return { entry: { ...record, outcome, reason, changes: null, base, conflicts } };
  }
  const mapped = writableFields(run.columns);
  const fields = fieldsToWrite(plan, mapped);
  const cells = cellsOfFields(plan.local, fields, run.columns);
  const existing =
    plan.kind === 'update'
      ? plan
      : ({ externalId: null, remote: {}, stood: {}, base: null, conflicts: [] } as const);
  const { externalId, remote, stood, base, conflicts } = existing;
  if (!cells.ok) return { entry: refusedEntry(deal, externalId, cells.reason) };
  const item = { deal, externalId, fields, mapped, local: plan.local, remote, stood, base, conflicts };
  return { item: { ...item, cells: cells.cells } };
}

function fieldsToWrite(plan: Exclude<ExportPlan, { kind: 'settled' }>, mapped: readonly DealField[]) {
  // An empty cell of a new row needs no write.
  return plan.kind === 'update' ? plan.fields : mapped.filter((field) => plan.local[field] !== null);
}
