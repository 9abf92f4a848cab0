import {
  type DealRow,
  type LinkRow,
  type OutcomeRow,
  reserveDealIds,
  returnDeletions,
  type StagedRowWithLink,
  saveDealChanges,
  saveDeals,
  saveLinks,
  saveOutcomes,
  stagedAfter,
  type Work,
} from '@passerelle/database';
import { onlyAsPlanned } from './as-planned.ts';
import { fieldValuesOf, newDeal, withFieldValues } from './field-values.ts';
import { keepHistory } from './keep-history.ts';
import type { LossPlan } from './losses/loss-plan.ts';
import { RETURNS } from './losses/plan-loss-rows.ts';
import { putBack } from './losses/restore-deals.ts';
import { type PlannedRow, planImportBatch } from './plan-import-batch.ts';
import type { ImportPlan } from './plan-import-row.ts';
import { refusalOf } from './refusal-of.ts';
import { noteTaken } from './retry/note-taken.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';
import { shownCell } from './shown-cell.ts';
import type { Tally } from './tally.ts';

/** Applies every staged row of the run to the CRM, batch by batch; each batch is stored whole or not at all. */
export async function applyImport(run: RunContext, losses: LossPlan): Promise<void> {
  for (let after: number | null = run.saved.appliedThrough; after !== null; ) {
    run.signal.throwIfAborted();
    after = await applyBatch(run, losses, after);
  }
}

/** Applies the rows behind `after`; answers the position of the last one, or `null` when there was none left. */
async function applyBatch(run: RunContext, losses: LossPlan, after: number): Promise<number | null> {
  const tally = run.tally.copy();
  const through = await inTransaction(run, 'apply', async (work) => {
    const rows = await stagedAfter(work, run.scope, {
      runId: run.runId,
      after,
      limit: run.batches.importRows,
    });
    const last = rows.at(-1);
    if (!last) return null;
    const planned = await planImportBatch(work, run, { rows, losses });
    const settled = await storePlans(work, run, await onlyAsPlanned(work, run, planned));
    for (const { outcome, row } of settled) count(tally, outcome, row);
    await saveProgress(work, { ...run, tally }, { phase: 'apply', appliedThrough: last.position });
    return last.position;
  });
  run.tally = tally;
  return through;
}

async function storePlans(work: Work, run: RunContext, plans: PlannedRow[]) {
  const now = run.now().toISOString();
  const ids = await reserveDealIds(work, plans.filter(({ plan }) => plan.kind === 'create').length);
  const deals: DealRow[] = [];
  const links: LinkRow[] = [];
  const settled = plans.map(({ row, plan }) => {
    const outcome = settle({ row, plan }, ids);
    if (plan.kind === 'create' && outcome.dealId !== null)
      deals.push(newDeal(outcome.dealId, plan.values, now));
    if (plan.kind === 'merge' && outcome.outcome === 'updated' && plan.returning === null) {
      deals.push(withFieldValues(plan.deal, plan.values, now));
    }
    if ('base' in plan && outcome.dealId !== null && linkChanged(row, plan)) {
      const { local, remote } = plan.base;
      links.push({
        externalId: row.externalId,
        dealId: outcome.dealId,
        localBase: local,
        remoteBase: remote,
      });
    }
    return { outcome, row, conflicts: plan.kind === 'merge' ? plan.conflicts : [], isOpen: isOpen(plan) };
  });
  await saveDeals(work, deals);
  await bringBack(work, run, { plans, now });
  await saveLinks(work, run.scope, { links, now });
  await keepHistory(work, run, { settled, now });
  await keepCorrections(work, run, { plans, settled, now });
  await noteTaken(
    work,
    run,
    settled.map(({ outcome }) => outcome),
  );
  const closed = numbered(run, settled);
  await saveOutcomes(
    work,
    run.runId,
    closed.map(({ outcome }) => outcome),
  );
  return closed;
}

/** Deals that were archived when their rows were gone come back with them, under their ids. */
async function bringBack(
  work: Work,
  { runId, scope, direction }: RunContext,
  { plans, now }: { plans: readonly PlannedRow[]; now: string },
): Promise<void> {
  const back = plans.flatMap(({ row, plan }) =>
    plan.kind === 'merge' && plan.returning !== null ? [{ row, plan, departed: plan.returning }] : [],
  );
  if (back.length === 0) return;
  const deals = back.map(({ plan }) => withFieldValues(plan.deal, plan.values, now));
  const by = { origin: direction === 'sync' ? 'sync' : 'import', runId, at: now } as const;
  await putBack(work, { departed: back.map(({ departed }) => departed), deals }, by);
  const externalIds = back.map(({ row }) => row.externalId);
  await returnDeletions(work, scope, externalIds);
}

/** What a person corrected of a new deal stands in its history as theirs. */
async function keepCorrections(
  work: Work,
  { runId }: RunContext,
  made: { plans: readonly PlannedRow[]; settled: readonly { outcome: OutcomeRow }[]; now: string },
): Promise<void> {
  const rows = made.plans.flatMap(({ row, plan }, index) => {
    const dealId = made.settled[index]?.outcome.dealId ?? null;
    if (plan.kind !== 'create' || plan.corrected === null || dealId === null) return [];
    const changes = Object.entries(plan.corrected).map(([field, after]) => [
      field,
      { before: row.values[field] ?? shownCell(row.cells?.[field]), after },
    ]);
    return [{ dealId, kind: 'updated' as const, changes: Object.fromEntries(changes) }];
  });
  await saveDealChanges(work, { origin: 'correction', runId, at: made.now }, rows);
}

/** A record that a two-way run has yet to write, or to archive, on the other side has its outcome then. */
function isOpen(plan: ImportPlan): boolean {
  return plan.kind === 'archive' || (plan.kind === 'merge' && plan.toRemote.length > 0);
}

/** An import settles rows in the order of its listing; a two-way run goes on counting on the other side. */
function numbered<T extends { outcome: OutcomeRow; isOpen: boolean }>(
  { direction, tally }: RunContext,
  settled: readonly T[],
): T[] {
  const closed = settled.filter((one) => !one.isOpen);
  if (direction !== 'sync') return closed;
  const first = tally.processed + 1;
  return closed.map((one, index) => ({ ...one, outcome: { ...one.outcome, position: first + index } }));
}

function settle({ row, plan }: PlannedRow, ids: number[]): OutcomeRow {
  const record = { position: row.position, externalId: row.externalId, name: row.client };
  if (plan.kind === 'refuse') {
    const dealId = row.link?.dealId ?? null;
    const refusal = refusalOf(plan.reason, { side: 'remote', values: row.values, cells: row.cells });
    return { ...record, dealId, outcome: 'failed', reason: plan.reason, changes: null, refusal };
  }
  if (plan.kind === 'leave') {
    return { ...record, dealId: null, outcome: 'unchanged', reason: plan.reason, changes: null };
  }
  if (plan.kind === 'archive') {
    return { ...record, dealId: null, outcome: 'unchanged', reason: null, changes: null };
  }
  if (plan.kind === 'create') {
    return { ...record, dealId: ids.shift() ?? null, outcome: 'created', reason: null, changes: null };
  }
  const fields = Object.keys(plan.values) as (keyof typeof plan.values)[];
  const reason = plan.returning ? RETURNS : null;
  if (fields.length === 0 && plan.returning === null) {
    return { ...record, dealId: plan.deal.id, outcome: 'unchanged', reason: null, changes: null };
  }
  const before = fieldValuesOf(plan.deal, fields);
  const changes = Object.fromEntries(
    fields.map((field) => [field, { before: before[field] ?? null, after: plan.values[field] ?? null }]),
  );
  return { ...record, dealId: plan.deal.id, outcome: 'updated', reason, changes };
}

/** An unchanged record costs no write: its link says the same as before. */
function linkChanged(row: StagedRowWithLink, plan: Extract<ImportPlan, { base: unknown }>): boolean {
  if (plan.kind === 'create' || !row.link) return true;
  const before = { local: row.link.localBase, remote: row.link.remoteBase };
  return JSON.stringify(before) !== JSON.stringify(plan.base);
}

function count(tally: Tally, outcome: OutcomeRow, row: StagedRowWithLink): void {
  const name = row.client ?? row.externalId;
  tally.add(outcome.outcome, name, outcome.reason);
  if (row.unknownStatus !== null) tally.addUnknownStatus(name, row.unknownStatus);
}
