/** Id of the last deal whose texts are stored; 0 when there is none. */
export const LAST_STORED = '(select coalesce(max(deal_id), 0) from deal_texts)';

/** Not `insert or replace`: within an upsert, SQLite gives its triggers the upsert's way with conflicts, to fail. */
function queue(id: string): string {
  return `delete from deal_search_queue where deal_id = ${id}; insert into deal_search_queue (deal_id) values (${id});`;
}

/** Tables, index and triggers behind the condition, all made by us and filled by `indexNextDeals`. */
export const SEARCH_TABLES: readonly string[] = [
  `create table deal_texts (deal_id integer not null primary key, client text null, notes text null)`,
  `create virtual table deal_search using fts5(client, notes, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1, detail = none)`,
  // Merging is asked for by each step, a little at a time; on its own it would stop everything now and then.
  `insert into deal_search (deal_search, rank) values ('automerge', 0), ('crisismerge', 64), ('usermerge', 4)`,
  `create table deal_search_queue (deal_id integer not null primary key, is_gone integer not null default 0)`,
  // Inserted deals need no trigger, which would slow every import: their ids are past those stored. For the same
  // reason nothing past them may be queued: stored out of turn, it would hide those before it.
  `create trigger deals_text_changed after update of client, notes on deals
     when (old.client is not new.client or old.notes is not new.notes) and new.id <= ${LAST_STORED}
     begin ${queue('new.id')} end`,
  `create trigger deals_text_gone after delete on deals when old.id <= ${LAST_STORED}
     begin ${queue('old.id')} end`,
];

/** Names of the tables above and of those the index makes for itself: no entity describes them. */
export const SEARCH_TABLE_NAMES = /^deal_(texts|search.*)$/;

/** Empties them, once there is no deal left. */
export const FORGET_SEARCH_TEXTS: readonly string[] = [
  'delete from deal_texts',
  `insert into deal_search (deal_search) values ('delete-all')`,
  'delete from deal_search_queue',
];

/**
 * Queues those of the deals whose ids are one JSON parameter that came in under an id before the last stored one and
 * are not stored: no trigger tells of them.
 */
export const QUEUE_LATECOMERS = `insert into deal_search_queue (deal_id) select value from json_each(?)
  where value <= ${LAST_STORED} and value not in (select deal_id from deal_texts) and value not in (select deal_id from deal_search_queue)`;
