import {
  ContractError,
  type CorrectRecordInput,
  type RunRecordAnswer,
  recordNotFoundMessage,
  recordNotRefusedMessage,
} from '@passerelle/contracts';
import { findRunRecord, type OutcomePayload, type RunRecordRow, saveCorrection } from '@passerelle/database';
import { changeDeal } from './change-deal.ts';
import { readCorrection } from './deal-columns.ts';
import { runRecordAnswer } from './run-record-answer.ts';
import type { RunsParts } from './runs.ts';
import { workOn } from './work-on.ts';

/**
 * Corrects a refused record. What came from the other side is kept beside it until it is tried again; what came from
 * here is its deal. Throws `ContractError` `not_found`, `record_not_refused`, `bad_input`.
 */
export async function correctRecord(
  parts: Pick<RunsParts, 'database' | 'now'>,
  { id, position, values }: CorrectRecordInput,
): Promise<RunRecordAnswer> {
  const work = workOn(parts.database);
  const find = async (): Promise<RunRecordRow> => {
    const record = await findRunRecord(work, id, position);
    if (record === null) throw new ContractError('not_found', recordNotFoundMessage(id, position));
    return record;
  };
  const record = await find();
  if (record.outcome !== 'failed' || record.solved_by !== null) {
    throw new ContractError('record_not_refused', recordNotRefusedMessage(position, record.solved_by));
  }
  const payload: OutcomePayload = record.payload === null ? {} : JSON.parse(record.payload);
  const before = record.corrected === null ? {} : JSON.parse(record.corrected);
  const corrected = { ...before, ...readCorrection(values) };
  if (payload.side === 'local' && record.deal_id !== null) {
    const deal = await changeDeal(parts, { id: record.deal_id, ...values });
    if (deal === null)
      throw new ContractError('not_found', 'Son deal a été supprimé : il n’y a plus rien à corriger.');
  }
  await saveCorrection(work, { runId: id, position, corrected });
  return { success: true, data: runRecordAnswer(await find()) };
}
