import { type Statement, statement, verbatim } from '../statement.ts';
import { foldForSearch, LIGATURES, MARK_BLOCKS } from './fold-for-search.ts';

/**
 * The condition on PostgreSQL: the folded text of each deal is looked through. `search` is folded by us and then by
 * the same SQL as the columns, so that a server whose locale knows fewer letters still compares like with like.
 */
export function searchOnPostgres(search: string): Statement {
  const wanted: Statement = { text: folded('?::text'), values: [foldForSearch(search)] };
  return statement`(strpos(${verbatim(folded('d.client'))}, ${wanted}) > 0 or strpos(${verbatim(folded('d.notes'))}, ${wanted}) > 0)`;
}

const MARKS = MARK_BLOCKS.map((block) => block.map(escaped).join('-')).join('');

/** `foldForSearch` in SQL; `lower` alone would leave capital ligatures to the mercy of the server's locale. */
function folded(text: string): string {
  const letters = Object.keys(LIGATURES);
  const bare = `regexp_replace(normalize(${text}, NFKD), '[${MARKS}]', '', 'g')`;
  const lower = `lower(translate(${bare}, 'ŒÆẞ', 'œæß'))`;
  return letters.reduce((inner, letter) => `replace(${inner}, '${letter}', '${LIGATURES[letter]}')`, lower);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
