import {
  type Database,
  type DeletionFilter,
  type DeletionRow,
  deletionsToDecide,
  type Work,
} from '@passerelle/database';
import { carryDecision, type Decision } from './carry-decision.ts';

/** What a person decides, on which deletions, and the state in which they saw them. */
export interface DeletionDecision {
  readonly decision: Decision;
  readonly which: { readonly ids: readonly number[] } | DeletionFilter;
  readonly state: string;
}

/** A deletion that could not be decided on, and why: a French sentence. */
export interface RefusedDeletion {
  readonly id: number;
  readonly reason: string;
}

/** What became of the deletions decided on. */
export interface DecidedDeletions {
  /** Done in the CRM. */
  readonly done: number;
  /** To be done on the other side by the next run that writes there. */
  readonly toCome: number;
  /** That had been decided so before. */
  readonly before: number;
  readonly refused: readonly RefusedDeletion[];
}

/** Deletions decided on in one transaction. */
const PAGE = 500;

/** Refusals that one answer keeps; of a filter there may be as many as there are records. */
const MAX_REFUSED = 100;

/** Decides on deletions, page by page. Deciding again what was decided so changes nothing. */
export async function decideDeletions(
  database: Pick<Database, 'em' | 'sql'>,
  { decision, which, state }: DeletionDecision,
  now: string,
): Promise<DecidedDeletions> {
  const total = { done: 0, toCome: 0, before: 0 };
  const refused: RefusedDeletion[] = [];
  for await (const found of pages(database, { which, state }, (work, rows) =>
    carryDecision(work, rows, { decision, state, now }),
  )) {
    total.done += found.done;
    total.toCome += found.toCome;
    total.before += found.before;
    refused.push(...found.refused.slice(0, MAX_REFUSED - refused.length));
  }
  return { ...total, refused };
}

async function* pages(
  database: Pick<Database, 'em' | 'sql'>,
  { which, state }: Pick<DeletionDecision, 'which' | 'state'>,
  decide: (work: Work, rows: readonly DeletionRow[]) => Promise<DecidedDeletions>,
): AsyncGenerator<DecidedDeletions> {
  const inOne = (wanted: Parameters<typeof deletionsToDecide>[1]) =>
    database.em().transactional(async (em) => {
      const work = { em, sql: database.sql };
      const rows = await deletionsToDecide(work, wanted);
      return { found: await decide(work, rows), last: rows.at(-1)?.id };
    });
  if ('ids' in which) {
    for (let from = 0; from < which.ids.length; from += PAGE) {
      yield (await inOne({ ids: which.ids.slice(from, from + PAGE) })).found;
    }
    return;
  }
  for (let after = 0; ; ) {
    const { found, last } = await inOne({ ...which, state, after, limit: PAGE });
    if (last === undefined) return;
    yield found;
    after = last;
  }
}
