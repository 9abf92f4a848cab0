import { ConnectorError } from '@passerelle/connector';
import {
  type CarriedLoss,
  forgetMirrorRow,
  lastPosition,
  lostRows,
  type OutcomeRow,
  type RemoteDeed,
  saveOutcomes,
  setDeletions,
  type Work,
} from '@passerelle/database';
import { callVendor } from '../call-vendor.ts';
import { lookAt } from '../find-lost-creates.ts';
import { mayBeRepeated } from '../may-be-repeated.ts';
import { inTransaction, type RunContext } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import type { Tally } from '../tally.ts';
import { ROW_LEAVES } from './plan-loss-rows.ts';

/** Refusals that concern the rows and not the connection. */
const REFUSALS = new Set(['value_refused', 'forbidden']);

/** Takes out of the remote table the rows whose deals were deleted, as far as the run may; each is an outcome of its own. */
export async function archiveLostRows(run: RunContext): Promise<void> {
  for (;;) {
    run.signal.throwIfAborted();
    const rows = await announce(run);
    if (rows === null) return;
    // Of requests that a process left without their answers, those that were carried out are not sent again.
    const sent = rows.filter(({ isSent }) => isSent);
    const gone = await goneAmong(run, sent);
    await settle(run, gone.map(archived));
    await archive(
      run,
      rows.filter((row) => !gone.includes(row)),
    );
  }
}

/** Notes which rows are about to be archived; `null` when none is left. Those that were changed there since are not. */
async function announce(run: RunContext): Promise<CarriedLoss[] | null> {
  const { runId, scope, connector } = run;
  let { tally } = run;
  const announced = await inTransaction(run, 'announce-archive', async (work) => {
    const limit = connector.capabilities.maxArchiveBatch;
    const rows = await lostRows(work, scope, { runId, limit });
    if (rows.length === 0) return null;
    const same = rows.filter(({ isSame }) => isSame);
    await setDeletions(
      work,
      same.map(({ id }) => id),
      { state: 'sending' },
    );
    const changed = rows.filter(({ isSame }) => !isSame);
    if (changed.length > 0) tally = await store(work, run, changed.map(changedThere));
    return same;
  });
  run.tally = tally;
  return announced;
}

async function archive(run: RunContext, rows: readonly CarriedLoss[]): Promise<void> {
  const { connector, schema, signal } = run;
  for (let left = rows, unknown = 0; left.length > 0; unknown += 1) {
    const externalIds = left.map(({ externalId }) => externalId);
    try {
      await callVendor(run, 'archive', () => connector.archiveBatch({ schema, externalIds, signal }));
      return await settle(run, left.map(archived));
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const isOne = left.length === 1;
      if (REFUSALS.has(error.code) && isOne)
        return settle(
          run,
          left.map((row) => refused(row, error.message)),
        );
      if (error.code === 'record_gone' || REFUSALS.has(error.code)) {
        for (const row of left) await archive(run, [row]);
        return;
      }
      if (!mayBeRepeated(error, unknown + 1)) throw error;
      const gone = await goneAmong(run, left);
      await settle(run, gone.map(archived));
      left = left.filter((row) => !gone.includes(row));
    }
  }
}

async function goneAmong(run: RunContext, rows: readonly CarriedLoss[]): Promise<CarriedLoss[]> {
  const gone: CarriedLoss[] = [];
  for (const row of rows) if ((await lookAt(run, row.externalId)) === null) gone.push(row);
  return gone;
}

/** What became of one row. */
interface Settled {
  readonly row: CarriedLoss;
  readonly outcome: 'archived' | 'unchanged' | 'failed';
  readonly reason: string;
}

const archived = (row: CarriedLoss): Settled => ({ row, outcome: 'archived', reason: ROW_LEAVES });
const changedThere = (row: CarriedLoss): Settled => ({ row, outcome: 'unchanged', reason: CHANGED });
const refused = (row: CarriedLoss, reason: string): Settled => ({ row, outcome: 'failed', reason });

const CHANGED =
  'Son deal a été supprimé dans le CRM, mais il a changé là-bas depuis : à vous de choisir dans les suppressions.';

/** What it held is kept with its outcome, so that the run can be taken back. */
function deedOf({ values }: CarriedLoss): RemoteDeed {
  const changes = Object.entries(values).map(([field, before]) => [field, { before, after: null }]);
  return { did: 'archived', changes: Object.fromEntries(changes) };
}

async function settle(run: RunContext, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  run.tally = await inTransaction(run, 'settle-archive', (work) => store(work, run, settled));
}

async function store(work: Work, run: RunContext, settled: readonly Settled[]): Promise<Tally> {
  const { runId, scope } = run;
  const tally = run.tally.copy();
  let position = await lastPosition(work, runId);
  const outcomes = settled.map(({ row, outcome, reason }): OutcomeRow => {
    tally.add(outcome, row.client ?? row.externalId, outcome === 'archived' ? null : reason);
    const record = { position: ++position, externalId: row.externalId, dealId: null, name: row.client };
    const remote = outcome === 'archived' ? { remote: deedOf(row) } : {};
    return { ...record, outcome, reason, changes: null, ...remote };
  });
  for (const { row, outcome, reason } of settled) {
    const facts =
      outcome === 'archived' ? { state: 'archived' } : { state: 'pending', reason, decided_at: null };
    await setDeletions(work, [row.id], facts);
    // What is gone is listed no more, neither by this run's staging nor by the mirror of an import.
    if (outcome === 'archived') await forgetMirrorRow(work, scope, { runId, externalId: row.externalId });
  }
  await saveOutcomes(work, runId, outcomes);
  await saveProgress(work, { ...run, tally }, { phase: 'apply' });
  return tally;
}
