import { SqliteConnection } from '@mikro-orm/sqlite';
import type BetterSqlite from 'better-sqlite3';
import { selectRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement, verbatim } from '../statement.ts';
import { foldForSearch } from './fold-for-search.ts';
import { LAST_STORED } from './sqlite-tables.ts';

/** Deals per step: some milliseconds, in which nothing else in the process runs. */
const STEP = 200;

/** Pages of the index merged per step: as many as keep up with what the step adds. */
const MERGED_PAGES = 64;

/**
 * Stores the folded texts of the next deals that were changed, removed or added since the last step, for search to
 * find them by its index. Answers how many; 0 when all are stored, and always on PostgreSQL, which has no such index.
 */
export async function indexNextDeals(work: Work): Promise<number> {
  if (!(work.em.getConnection() instanceof SqliteConnection) || !(await hasNext(work))) return 0;
  return work.em.transactional(async (em) => {
    const connection = em.getConnection();
    if (!(connection instanceof SqliteConnection)) return 0;
    const database = await connection.getNativeClient();
    const index = searchIndex(database);
    const changed = index.changed(STEP);
    for (const deal of changed) index.replace(deal);
    const added = index.added(STEP - changed.length);
    for (const deal of added) index.add(deal);
    index.merge();
    return changed.length + added.length;
  });
}

/** Stores the texts of all deals there are, step by step. */
export async function indexAllDeals(work: Work): Promise<void> {
  while ((await indexNextDeals(work)) > 0);
}

/**
 * Queues the deals that another program inserted under an id of its own, before those that are stored. Looks at every
 * deal, so once, at a start, will do.
 */
export async function queueLatecomers(work: Work): Promise<void> {
  if (work.sql.queueLatecomers === null) return;
  const { ids } = await selectRow<{ ids: string }>(
    work,
    statement`select json_group_array(d.id) as ids from deals d where d.id <= ${verbatim(LAST_STORED)}
      and not exists (select 1 from deal_texts t where t.deal_id = d.id)`,
  );
  if (ids !== '[]') await work.em.execute(work.sql.queueLatecomers, [ids]);
}

/** Looks without taking the one connection that writes. */
async function hasNext(work: Work): Promise<boolean> {
  const { next } = await selectRow<{ next: number }>(
    work,
    statement`select exists (select 1 from deal_search_queue where is_gone = 0)
      or (select coalesce(max(id), 0) from deals) > ${verbatim(LAST_STORED)} as next`,
  );
  return next === 1;
}

interface Texts {
  readonly id: number;
  /** Null when the deal is gone. */
  readonly client: string | null;
  readonly notes: string | null;
}

/** The steps on the index, as prepared statements. */
function searchIndex(database: BetterSqlite.Database) {
  const prepare = (text: string) => database.prepare<unknown[], Texts>(text);
  const changed = prepare(
    `select q.deal_id as id, d.client, d.notes from deal_search_queue q left join deals d on d.id = q.deal_id
     where q.is_gone = 0 order by q.deal_id limit ?`,
  );
  const added = prepare(`select id, client, notes from deals where id > ${LAST_STORED} order by id limit ?`);
  const forgetTexts = prepare('delete from deal_texts where deal_id = ?');
  const forgetEntry = prepare('delete from deal_search where rowid = ?');
  const storeTexts = prepare('insert into deal_texts (deal_id, client, notes) values (?, ?, ?)');
  const storeEntry = prepare('insert into deal_search (rowid, client, notes) values (?, ?, ?)');
  const settle = prepare('delete from deal_search_queue where deal_id = ?');
  // The row stays: a deal that comes back under the same id is then still looked at by itself.
  const markGone = prepare('update deal_search_queue set is_gone = 1 where deal_id = ?');
  const merge = prepare(`insert into deal_search (deal_search, rank) values ('merge', ?)`);

  const add = ({ id, client, notes }: Texts) => {
    const folded = [client, notes].map((text) => (text === null ? null : foldForSearch(text)));
    storeTexts.run(id, ...folded);
    storeEntry.run(id, ...folded);
    settle.run(id);
  };
  return {
    changed: (limit: number) => changed.all(limit),
    added: (limit: number) => added.all(limit),
    add,
    replace: (deal: Texts) => {
      forgetEntry.run(deal.id);
      forgetTexts.run(deal.id);
      if (deal.client === null) {
        markGone.run(deal.id);
        return;
      }
      add(deal);
    },
    merge: () => merge.run(MERGED_PAGES),
  };
}
