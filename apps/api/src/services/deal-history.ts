import {
  type Call,
  type DealChange as ChangeAnswer,
  ContractError,
  DEAL_NOT_FOUND_MESSAGE,
  DEFAULT_DEAL_CHANGES,
  type DealHistory,
  type DealHistoryInput,
} from '@passerelle/contracts';
import {
  type Database,
  type DealChange,
  dealChangesBefore,
  dealOrigin,
  findDeal,
  isoUtc,
} from '@passerelle/database';
import { workOn } from './work-on.ts';

/** What became of a deal, newest first and its creation last; of one that was deleted too. */
export async function dealHistory(
  database: Database,
  { id, cursor, limit = DEFAULT_DEAL_CHANGES }: DealHistoryInput,
  call: Call,
): Promise<DealHistory> {
  const rows = await dealChangesBefore(workOn(database), id, { before: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length > limit && last) {
    call.nextCursor(last.id);
    return { success: true, data: page.map(answerChange), error: null };
  }
  const creation = await creationOf(database, id, last);
  if (creation === null && last === undefined && cursor === undefined) {
    throw new ContractError('not_found', DEAL_NOT_FOUND_MESSAGE);
  }
  const data = [...page.map(answerChange), ...(creation === null ? [] : [creation])];
  return { success: true, data, error: null };
}

/** A deal that is gone took its date of creation into the change that tells of its deletion. */
async function creationOf(
  database: Database,
  id: number,
  oldest: DealChange | undefined,
): Promise<ChangeAnswer | null> {
  const [deal, origin] = [await findDeal(workOn(database), id), await dealOrigin(workOn(database), id)];
  const at = deal?.created_at ?? readChanges(oldest)?.created_at?.before;
  if (typeof at !== 'string') return null;
  return {
    id: null,
    kind: 'created',
    origin: (origin?.origin ?? null) as ChangeAnswer['origin'],
    run_id: origin?.run_id ?? null,
    at: isoUtc(at),
    changes: [],
  };
}

type Changes = Readonly<Record<string, { before: ChangedValue; after: ChangedValue }>>;
type ChangedValue = string | number | null;

function readChanges(change: DealChange | undefined): Changes | undefined {
  return change && (JSON.parse(change.changes) as Changes);
}

function answerChange(change: DealChange): ChangeAnswer {
  const { id, kind, origin, run_id = null, at } = change;
  const fields = Object.entries(readChanges(change) ?? {}).filter(([field]) => field !== 'created_at');
  return {
    id,
    kind: kind as ChangeAnswer['kind'],
    origin: origin as ChangeAnswer['origin'],
    run_id,
    at,
    changes: fields.map(([field, { before, after }]) => ({ field, before, after })),
  };
}
