import { ConnectorError, changesFrom, type ListingCertificate } from '@passerelle/connector';
import type { PageAnswer, QueryAnswer } from '../pages/page-wire.ts';
import type { Cursor } from './cursor.ts';

/** The one reason for stopping early that Notion documents, and that a later window makes good. */
const CAP_REACHED = 'query_result_limit_reached';

/** What comes after a page: a further one, or the proof that there is none. */
export type Step =
  | { readonly cursor: Cursor; readonly certificate: null }
  | { readonly cursor: null; readonly certificate: ListingCertificate };

/**
 * Moves on from a page. `has_more: false` alone proves nothing: at its cap Notion says so too, and tells the truth
 * in `request_status` only.
 *
 * @throws ConnectorError `listing_incomplete` when Notion cannot list what is left.
 */
export function advance(cursor: Cursor, answer: QueryAnswer): Step {
  const status = answer.request_status;
  const incomplete = status !== undefined && status !== null && status.type !== 'complete';
  if (incomplete && (status.incomplete_reason ?? CAP_REACHED) !== CAP_REACHED) {
    throw incompleteListing(`Notion s'arrête avant la fin (${status.incomplete_reason})`);
  }
  const seen: Cursor = {
    ...cursor,
    last: latest(cursor.last, answer.results),
    capped: cursor.capped || incomplete,
    pages: cursor.pages + 1,
    rows: cursor.rows + answer.results.length,
  };
  if (answer.has_more) return { cursor: nextPage(seen, answer.next_cursor), certificate: null };
  if (seen.capped) return { cursor: nextWindow(seen), certificate: null };
  return { cursor: null, certificate: certify(seen) };
}

function nextPage(seen: Cursor, next: string | null | undefined): Cursor {
  if (!next || next === seen.next) {
    throw incompleteListing('Notion annonce une suite sans dire où elle commence');
  }
  return { ...seen, next };
}

/** A window that would start where this one did would list the same rows again, for ever. */
function nextWindow(seen: Cursor): Cursor {
  if (seen.last === null || seen.last === seen.since) {
    throw incompleteListing(
      `plus de lignes que Notion n'en liste d'un coup ont été créées dans la même minute (${seen.last ?? 'inconnue'})`,
    );
  }
  return { ...seen, since: seen.last, next: null, capped: false, windows: seen.windows + 1 };
}

function certify({ windows, pages, rows, changedSince }: Cursor): ListingCertificate {
  const count = { windows, pages, rows, lastStatus: 'has_more=false' };
  return changedSince === null
    ? { complete: true, ...count }
    : { complete: false, ...count, changedSince, coveredFrom: changesFrom(changedSince) };
}

function latest(last: string | null, pages: readonly PageAnswer[]): string | null {
  const times = pages.flatMap(({ created_time }) => created_time ?? []);
  return [...times, ...(last === null ? [] : [last])].sort().at(-1) ?? null;
}

function incompleteListing(why: string): ConnectorError {
  return new ConnectorError(
    'listing_incomplete',
    `La table Notion ne peut pas être lue en entier : ${why}. Rien n'a été modifié. Répartissez les lignes dans plusieurs tables, ou réessayez.`,
  );
}
