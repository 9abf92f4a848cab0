import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement } from '../statement.ts';
import { type Amounts, addCents, amountsOf, type CentsRow, centsColumns, readCents } from './amounts.ts';
import { assigneeName, groupsOf } from './groups.ts';
import { isWon } from './won.ts';

/** The figures of one assignee, or of the deals that have none. */
export interface AssigneeFigures extends Amounts {
  readonly assignee: string;
  readonly wonCount: number;
}

/** The figures of each assignee of the deals that match, by weighted value, descending. */
export async function assigneeFigures(
  work: Work,
  filter: DealFilter,
  { wonStatuts }: { wonStatuts: readonly string[] },
): Promise<AssigneeFigures[]> {
  const rows = await aggregateRows<CentsRow & { assignee: string | null; won_count: number | string }>(
    work,
    statement`select d.assignee, ${centsColumns(work)}, count(*) filter (where ${isWon(wonStatuts)}) as won_count
      from deals d where ${dealCondition(work, filter)} group by d.assignee`,
  );
  return groupsOf(rows, (row) => assigneeName(row.assignee))
    .map(([assignee, members]) => ({
      assignee,
      ...amountsOf(members.map(readCents).reduce(addCents)),
      wonCount: members.reduce((sum, row) => sum + Number(row.won_count), 0),
    }))
    .sort((one, other) => other.weighted - one.weighted || one.assignee.localeCompare(other.assignee, 'fr'));
}
