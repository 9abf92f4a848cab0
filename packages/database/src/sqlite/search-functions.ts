import type BetterSqlite from 'better-sqlite3';
import { foldForSearch } from '../search/fold-for-search.ts';
import { isoUtc } from '../timestamps.ts';

/** Teaches a connection the functions that our SQL calls. */
export function teachFunctions(database: BetterSqlite.Database): void {
  const holds = (text: unknown, term: string) =>
    typeof text === 'string' && foldForSearch(text).includes(term);
  database.function('holds_folded', { deterministic: true }, (client, notes, term) =>
    holds(client, String(term)) || holds(notes, String(term)) ? 1 : 0,
  );
  database.function('iso_utc', { deterministic: true }, (stored) =>
    typeof stored === 'string' ? isoUtc(stored) : stored,
  );
}
