import { DealLink, SyncDeletion } from '../entities/index.ts';
import { joined, type Statement, statement, verbatim } from '../statement.ts';
import type { LostSide } from './losses.ts';
import { selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** A record that one side lost, as it is listed. */
export interface DeletionRow {
  readonly id: number;
  readonly provider: string;
  readonly remote_table_id: number;
  readonly external_id: string;
  readonly deal_id: number;
  readonly side: LostSide;
  readonly client: string | null;
  /** JSON text. */
  readonly agreed: string;
  readonly survivor: string;
  readonly state: string;
  readonly reason: string | null;
  readonly run_id: number;
  readonly noticed_at: string;
  readonly decided_at: string | null;
}

/** Which deletions are meant; what is absent narrows nothing. */
export interface DeletionFilter {
  readonly provider?: string | undefined;
  readonly side?: LostSide | undefined;
  /** `approved` means those on their way, too. */
  readonly state?: string | undefined;
}

/** Deletions in the order of their ids, behind the id `after`. */
export function listDeletions(
  work: Pick<Work, 'em'>,
  { after, limit, ...filter }: DeletionFilter & { after: number; limit: number },
): Promise<DeletionRow[]> {
  return selectRows<DeletionRow>(
    work,
    statement`${SELECT} where x.id > ${after} and ${conditionOf(filter)} order by x.id limit ${limit}`,
  );
}

/** The deletions to decide on, read in the transaction that decides: these, or those that a filter names. */
export async function deletionsToDecide(
  work: Work,
  which: { ids: readonly number[] } | (DeletionFilter & { after: number; limit: number }),
): Promise<DeletionRow[]> {
  const wanted =
    'ids' in which
      ? { text: work.sql.isAmong('x.id', 'integer'), values: [JSON.stringify(which.ids)] }
      : statement`x.id > ${which.after} and ${conditionOf(which)}`;
  const limit = 'ids' in which ? which.ids.length : which.limit;
  const { text, values } =
    statement`${SELECT} where ${wanted} order by x.id limit ${limit} ${verbatim(work.sql.lockRows)}`;
  return work.em.execute<DeletionRow[]>(text, [...values]);
}

/** Which of these deletions have their remote row linked to a deal. */
export async function rowsLinked(work: Work, rows: readonly DeletionRow[]): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const linked = await work.em.execute<{ id: number }[]>(
    `select x.id from sync_deletions x join deal_links l on l.external_id = x.external_id and l.remote_table_id = x.remote_table_id
     where ${work.sql.isAmong('x.id', 'integer')}`,
    [JSON.stringify(rows.map(({ id }) => id))],
  );
  return new Set(linked.map(({ id }) => id));
}

/** Forgets which deals these remote rows belong to: the next export makes other rows for them. */
export async function unlinkRows(
  { em }: Work,
  remoteTableId: number,
  externalIds: readonly string[],
): Promise<void> {
  await em.nativeDelete(DealLink, { remote_table_id: remoteTableId, external_id: { $in: [...externalIds] } });
}

/** Notes what became of deletions. */
export async function setDeletions(
  { em }: Work,
  ids: readonly number[],
  facts: Partial<Pick<SyncDeletion, 'state' | 'reason' | 'decided_at' | 'survivor'>>,
): Promise<void> {
  if (ids.length > 0) await em.nativeUpdate(SyncDeletion, { id: { $in: [...ids] } }, facts);
}

const SELECT = verbatim(
  `select x.id, t.provider, x.remote_table_id, x.external_id, x.deal_id, x.side, x.client, x.agreed, x.survivor, x.state, x.reason,
    x.run_id, x.noticed_at, x.decided_at from sync_deletions x join remote_tables t on t.id = x.remote_table_id`,
);

function conditionOf({ provider, side, state }: DeletionFilter): Statement {
  return joined(
    [
      verbatim('true'),
      ...(provider === undefined ? [] : [statement`t.provider = ${provider}`]),
      ...(side === undefined ? [] : [statement`x.side = ${side}`]),
      ...(state === undefined
        ? []
        : [
            state === 'approved'
              ? verbatim(`x.state in ('approved', 'sending')`)
              : statement`x.state = ${state}`,
          ]),
    ],
    ' and ',
  );
}
