import {
  type DealRow,
  type DoneRecord,
  doneRecords,
  linkedElsewhere,
  lockDeals,
  stagedByExternalId,
  valuesLeftByRun,
  type Work,
} from '@passerelle/database';
import type { FieldValues } from '../field-values.ts';
import { decideUndo, type UndoDecision } from './decide-undo.ts';
import type { UndoContext } from './undo-context.ts';

/** A record, what it is now, and how it is taken back. */
export interface DecidedRecord {
  readonly record: DoneRecord;
  readonly deal: DealRow | null;
  readonly decision: UndoDecision;
}

/** Decides on the next records behind `after`; their deals stay locked until the transaction ends. */
export async function decidePage(
  work: Work,
  run: Pick<UndoContext, 'undone' | 'runId' | 'remote' | 'batches' | 'scope'>,
  after: number,
): Promise<DecidedRecord[]> {
  const { undone, scope } = run;
  const records = await doneRecords(work, undone, { after, limit: run.batches.exportDeals });
  const dealIds = records.flatMap(({ dealId }) => dealId ?? []);
  const deals = await lockDeals(work, dealIds);
  const left = await valuesLeftByRun(work, undone.runId, dealIds);
  const elsewhere = await linkedElsewhere(work, scope, dealIds);
  const externalIds = records.flatMap(({ externalId, remote }) => (remote ? (externalId ?? []) : []));
  const rows = await stagedByExternalId(work, run.runId, externalIds);
  return records.map((record) => {
    const deal = record.dealId === null ? null : (deals.get(record.dealId) ?? null);
    const row = record.externalId === null ? null : (rows.get(record.externalId)?.values ?? null);
    const decision = decideUndo(record, {
      deal,
      left: (left.get(record.dealId ?? 0) ?? {}) as FieldValues,
      isLinkedElsewhere: elsewhere.has(record.dealId ?? 0),
      row: row as FieldValues | null,
      restoresArchived: run.remote?.connector.capabilities.restoresArchived ?? false,
    });
    return { record, deal, decision };
  });
}
