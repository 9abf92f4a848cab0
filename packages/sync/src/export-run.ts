import {
  type DealWithLink,
  dealsAfter,
  type StagedRow,
  stagedByExternalId,
  unlinkedDealsByClient,
  unlinkedStagedByClient,
} from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { cellsOfFields, writableFields } from './cells-of-fields.ts';
import { type ExportItem, refusedEntry } from './export-item.ts';
import { type ExportEntry, ExportLedger } from './export-ledger.ts';
import { ExportWriter } from './export-writer.ts';
import { type ExportPlan, planExportDeal } from './plan-export-deal.ts';
import { inTransaction, type RunContext } from './run-context.ts';

/** Deals decided on at a time. */
const BATCH_DEALS = 500;

/** Brings the remote table in step with the CRM's deals; remote rows without deal are left alone. */
export async function applyExport(run: RunContext): Promise<void> {
  const ledger = new ExportLedger(run);
  const writer = new ExportWriter(run, ledger);
  try {
    for (let after = 0; ; ) {
      run.signal.throwIfAborted();
      const plans = await planBatch(run, after);
      const last = plans.at(-1);
      if (!last) break;
      const work = plans.map(({ deal, plan }) => workOf(run, deal, plan));
      await ledger.settle(work.flatMap(({ entry }) => entry ?? []));
      for (const { item } of work) if (item) await writer.add(item);
      after = last.deal.deal.id;
    }
    await writer.finish();
  } finally {
    // Whatever ends the run, answers still on their way are stored first.
    await writer.settled();
  }
}

interface PlannedDeal {
  readonly deal: DealWithLink;
  readonly plan: ExportPlan;
}

function planBatch(run: RunContext, after: number): Promise<PlannedDeal[]> {
  const fields = writableFields(run.columns);
  return inTransaction(run, async (work) => {
    const deals = await dealsAfter(work, run.scope, { after, limit: BATCH_DEALS });
    const externalIds = deals.flatMap(({ link }) => (link ? [link.externalId] : []));
    const staged = await stagedByExternalId(work, run.runId, externalIds);
    const clients = [...new Set(deals.flatMap(({ deal, link }) => (link ? [] : [deal.client])))];
    const candidates = await unlinkedStagedByClient(work, run.scope, { runId: run.runId, clients });
    const rivals = await unlinkedDealsByClient(work, run.scope, [...candidates.keys()]);
    const claimed = new Set<string>();
    return deals.map((deal) => {
      const plan = planExportDeal(deal, {
        staged: deal.link ? (staged.get(deal.link.externalId) ?? null) : null,
        candidates: unclaimed(candidates.get(deal.deal.client), claimed),
        rivals: rivals.get(deal.deal.client)?.length ?? 0,
        fields,
        winner: 'local',
      });
      if (plan.kind !== 'create' && plan.externalId !== null) claimed.add(plan.externalId);
      return { deal, plan };
    });
  });
}

function unclaimed(rows: readonly StagedRow[] | undefined, claimed: ReadonlySet<string>): StagedRow[] {
  return (rows ?? []).filter((row) => !claimed.has(row.externalId));
}

/** What a plan comes to: a request to send, or the entry of a deal that needs none or that its column cannot hold. */
type ExportWork =
  | { readonly item: ExportItem; readonly entry?: never }
  | { readonly entry: ExportEntry; readonly item?: never };

function workOf(run: RunContext, { deal }: DealWithLink, plan: ExportPlan): ExportWork {
  if (plan.kind === 'settled') {
    const { outcome, externalId, reason, base } = plan;
    return {
      entry: { dealId: deal.id, client: deal.client, externalId, outcome, reason, changes: null, base },
    };
  }
  const mapped = writableFields(run.columns);
  const fields = fieldsToWrite(plan, mapped);
  const cells = cellsOfFields(plan.local, fields, run.columns);
  const existing = plan.kind === 'update' ? plan : ({ externalId: null, remote: {}, base: null } as const);
  const { externalId, remote, base } = existing;
  if (!cells.ok) return { entry: refusedEntry(deal, externalId, cells.reason) };
  return { item: { deal, externalId, fields, mapped, local: plan.local, remote, base, cells: cells.cells } };
}

function fieldsToWrite(plan: Exclude<ExportPlan, { kind: 'settled' }>, mapped: readonly DealField[]) {
  // An empty cell of a new row needs no write.
  return plan.kind === 'update' ? plan.fields : mapped.filter((field) => plan.local[field] !== null);
}
