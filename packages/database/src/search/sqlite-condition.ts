import { type IdWindow, type Statement, statement, verbatim } from '../statement.ts';
import { foldForSearch } from './fold-for-search.ts';
import { LAST_STORED } from './sqlite-tables.ts';

/** Characters that the index knows as one entry. */
const TRIGRAM = 3;

/** Entries asked for: more of them would cost more than looking at the texts they leave. */
const MOST_TRIGRAMS = 24;

/**
 * The condition on SQLite: deals whose folded texts are stored are found by the trigram index (texts shorter than a
 * trigram: by looking through the stored texts), the others, changed since or not stored yet, by folding them now.
 */
export function searchOnSqlite(search: string, window: IdWindow | null): Statement {
  const term = foldForSearch(search);
  const within = (column: string) =>
    window === null
      ? verbatim('true')
      : statement`${verbatim(column)} > ${window.after} and ${verbatim(column)} <= ${window.through}`;
  const holds = statement`(instr(t.client, ${term}) > 0 or instr(t.notes, ${term}) > 0)`;
  // One lower bound: of two, SQLite would walk from the one it likes better.
  const notStored = window
    ? statement`n.id > max(${window.after}, ${verbatim(LAST_STORED)}) and n.id <= ${window.through}`
    : statement`n.id > ${verbatim(LAST_STORED)}`;
  const isChanged = verbatim('in (select deal_id from deal_search_queue)');
  const stored = [...term].length < TRIGRAM ? lookedThrough(within) : indexed(term, within);
  return statement`d.id in (
    ${stored} and ${holds} and t.deal_id not ${isChanged}
    union all select n.id from deals n where ${notStored} and holds_folded(n.client, n.notes, ${term})
    union all select q.deal_id from deal_search_queue q cross join deals n on n.id = q.deal_id
      where ${within('q.deal_id')} and holds_folded(n.client, n.notes, ${term}))`;
}

type Within = (column: string) => Statement;

function lookedThrough(within: Within): Statement {
  return statement`select t.deal_id from deal_texts t where ${within('t.deal_id')}`;
}

/** The index knows which texts hold all the trigrams, in any place: whether they hold the term is looked up after. */
function indexed(term: string, within: Within): Statement {
  return statement`select t.deal_id from deal_search s cross join deal_texts t on t.deal_id = s.rowid
    where s.deal_search match ${trigrams(term)} and ${within('s.rowid')}`;
}

function trigrams(term: string): string {
  const characters = [...term];
  const all = characters
    .slice(TRIGRAM - 1)
    .map((_, index) => characters.slice(index, index + TRIGRAM).join(''));
  const distinct = [...new Set(all)].slice(0, MOST_TRIGRAMS);
  return distinct.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(' AND ');
}
