import { type Statement, statement, verbatim } from '../statement.ts';
import { type DealFilter, dealCondition } from './deal-filter.ts';
import type { DealRow } from './deals.ts';
import { selectRow } from './select-rows.ts';
import { streamDeals } from './stream-deals.ts';
import { type Step, streamWindows } from './stream-windows.ts';
import type { Work } from './work.ts';

/** Deals a batch holds at most. */
const BATCH = 500;

/**
 * As `streamDeals`, each batch as JSON: objects with a comma between them. SQLite writes it by itself, for a third of
 * what it costs to make objects of the rows first; elsewhere `toAnswer` makes what is written of each row.
 */
export async function* streamDealsJson(
  work: Work,
  filter: DealFilter,
  { after = 0, toAnswer }: { after?: number; toAnswer: (row: DealRow) => object },
): AsyncGenerator<Uint8Array> {
  const { dealJson } = work.sql;
  if (dealJson === null) {
    for await (const rows of streamDeals(work, filter, { after })) {
      yield Buffer.from(JSON.stringify(rows.map(toAnswer)).slice(1, -1));
    }
    return;
  }
  const object = verbatim(dealJson);
  const steps = streamWindows(work, { after, batch: BATCH }, (window) =>
    selectRow<Step & { json: Uint8Array }>(
      work,
      batchOf(statement`select d.id, ${object} as json from deals d
        where d.id > ${window.after} and d.id <= ${window.through} and ${dealCondition(work, filter, window)}
        order by d.id limit ${BATCH}`),
    ),
  );
  for await (const { json } of steps) yield json;
}

/** As bytes, which go out as they are. */
function batchOf(objects: Statement): Statement {
  return statement`select count(*) as count, max(id) as last, cast(group_concat(json, ',') as blob) as json from (${objects})`;
}
