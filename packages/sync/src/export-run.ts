import {
  type DealWithLink,
  dealsAfter,
  type StagedRow,
  stagedByExternalId,
  unlinkedDealsByClient,
  unlinkedStagedByClient,
} from '@passerelle/database';
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
      await ledger.settle(plans.flatMap(({ deal, plan }) => settledEntry(run, deal, plan)));
      for (const { deal, plan } of plans) {
        const item = itemOf(run, deal, plan);
        if (item) await writer.add(item);
      }
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
        fields: writableFields(run.columns),
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

/** The entry of a deal that needs no request: equal, ambiguous, or with a value the column cannot hold. */
function settledEntry(run: RunContext, { deal }: DealWithLink, plan: ExportPlan): ExportEntry[] {
  if (plan.kind === 'settled') {
    const { outcome, externalId, reason, base } = plan;
    return [{ dealId: deal.id, client: deal.client, externalId, outcome, reason, changes: null, base }];
  }
  const cells = cellsOfFields(plan.local, fieldsToWrite(run, plan), run.columns);
  if (cells.ok) return [];
  return [refusedEntry(deal, plan.kind === 'update' ? plan.externalId : null, cells.reason)];
}

function itemOf(run: RunContext, { deal }: DealWithLink, plan: ExportPlan): ExportItem | undefined {
  if (plan.kind === 'settled') return undefined;
  const fields = fieldsToWrite(run, plan);
  const cells = cellsOfFields(plan.local, fields, run.columns);
  if (!cells.ok) return undefined;
  const mapped = writableFields(run.columns);
  const common = { deal, fields, mapped, local: plan.local, cells: cells.cells };
  if (plan.kind === 'create') return { ...common, externalId: null, remote: {}, base: null };
  return { ...common, externalId: plan.externalId, remote: plan.remote, base: plan.base };
}

function fieldsToWrite(run: RunContext, plan: Exclude<ExportPlan, { kind: 'settled' }>) {
  // An empty cell of a new row needs no write.
  return plan.kind === 'update'
    ? plan.fields
    : writableFields(run.columns).filter((field) => plan.local[field] !== null);
}
