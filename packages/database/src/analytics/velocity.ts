import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement, verbatim } from '../statement.ts';
import { type Duration, type DurationRow, durationColumns, readDuration } from './durations.ts';
import { assigneeName, groupsOf, secteurName } from './groups.ts';
import { isWon } from './won.ts';

/** How long won deals took, over all and by group; a group without won deals is not there. */
export interface VelocityFigures {
  readonly overall: Duration;
  readonly bySector: readonly (Duration & { readonly secteur: string })[];
  readonly byAssignee: readonly (Duration & { readonly assignee: string })[];
}

/** How long the won deals that match took from creation to last change; groups by name. */
export async function velocityFigures(
  work: Work,
  filter: DealFilter,
  { wonStatuts }: { wonStatuts: readonly string[] },
): Promise<VelocityFigures> {
  const rows = await aggregateRows<DurationRow & { secteur: string | null; assignee: string | null }>(
    work,
    statement`select d.secteur, d.assignee, ${durationColumns(work, verbatim('true'))} from deals d
      where ${isWon(wonStatuts)} and ${dealCondition(work, filter)} group by d.secteur, d.assignee`,
  );
  const sectors = groupsOf(rows, (row) => secteurName(row.secteur));
  const assignees = groupsOf(rows, (row) => assigneeName(row.assignee));
  return {
    overall: readDuration(...rows),
    bySector: byName(sectors).map(([secteur, members]) => ({ secteur, ...readDuration(...members) })),
    byAssignee: byName(assignees).map(([assignee, members]) => ({ assignee, ...readDuration(...members) })),
  };
}

function byName<Row>(groups: [string, Row[]][]): [string, Row[]][] {
  return groups.sort(([one], [other]) => one.localeCompare(other, 'fr'));
}
