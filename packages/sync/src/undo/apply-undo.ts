import {
  changesOfRun,
  type DoneRecord,
  type OutcomeRow,
  type RemoteDeed,
  saveOutcomes,
  settledPositions,
  type Work,
} from '@passerelle/database';
import { inTransaction } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import { applyLocal } from './apply-local.ts';
import { type DecidedRecord, decidePage } from './decide-page.ts';
import { outcomeOf, reasonOf } from './tell-undo.ts';
import type { UndoContext } from './undo-context.ts';
import { UndoSender } from './undo-sender.ts';

/** Takes a run back, page by page: first here, in one transaction, then on the other side. */
export async function applyUndo(run: UndoContext, from: number): Promise<void> {
  for (let after = from; ; ) {
    run.signal.throwIfAborted();
    const page = await applyPage(run, after);
    if (page.last === null) return;
    if (run.remote && page.toSend.length > 0) await new UndoSender(run, run.remote).send(page.toSend);
    after = page.last;
  }
}

async function applyPage(
  run: UndoContext,
  after: number,
): Promise<{ last: number | null; toSend: DecidedRecord[] }> {
  const tally = run.tally.copy();
  const page = await inTransaction(run, 'apply', async (work) => {
    const decided = await decidePage(work, run, after);
    const last = decided.at(-1)?.record.position ?? null;
    if (last === null) return { last, toSend: [] };
    const settled = await settledPositions(
      work,
      run.runId,
      decided.map(({ record }) => record.position),
    );
    const open = decided.filter(({ record }) => !settled.has(record.position));
    const now = run.now().toISOString();
    await applyLocal(work, run, { records: open, now });
    const [toSend, here] = [open.filter(isSent), open.filter((one) => !isSent(one))];
    await storeOutcomes(
      work,
      { ...run, tally },
      here.map((one) => ({ ...one, ...told(one) })),
    );
    // A page is behind once everything of it is sent; the next one says so.
    const through = toSend.length === 0 ? last : after;
    await saveProgress(work, { ...run, tally }, { phase: 'apply', appliedThrough: through });
    return { last, toSend };
  });
  run.tally = tally;
  return page;
}

const isSent = ({ decision }: DecidedRecord) => decision.remote !== null && !decision.isRefused;

/** The pile a record ends in, and why. */
export function told({ decision }: DecidedRecord): Pick<OutcomeRow, 'outcome' | 'reason'> {
  return { outcome: outcomeOf(decision), reason: reasonOf(decision) };
}

/** A record whose undo has come to its end. */
export interface UndoneRecord extends Pick<OutcomeRow, 'outcome' | 'reason'> {
  readonly record: DoneRecord;
  /** What was done to its remote row. */
  readonly remote?: RemoteDeed | undefined;
}

/** Stores how records ended, counting them; each keeps the position it had in the run that is taken back. */
export async function storeOutcomes(
  work: Work,
  run: Pick<UndoContext, 'runId' | 'tally'>,
  records: readonly UndoneRecord[],
): Promise<void> {
  const dealIds = records.flatMap(({ record }) => record.dealId ?? []);
  const here = await changesOfRun(work, run.runId, dealIds);
  const outcomes = records.map(({ record, outcome, reason, remote }) => {
    const { position, externalId, dealId, name } = record;
    const { created_at: _, ...local } = here.get(dealId ?? 0) ?? {};
    const changes = { ...local, ...remote?.changes };
    run.tally.add(outcome, name ?? externalId ?? `${dealId}`, reason);
    const hasChanges = Object.keys(changes).length > 0;
    return {
      position,
      externalId,
      dealId,
      name,
      outcome,
      reason,
      changes: hasChanges ? changes : null,
      remote,
    };
  });
  await saveOutcomes(work, run.runId, outcomes);
}
