import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement } from '../statement.ts';
import { type Amounts, addCents, amountsOf, type CentsRow, centsColumns, readCents } from './amounts.ts';
import { groupsOf, secteurName } from './groups.ts';

/** The figures of one sector. */
export interface SectorFigures extends Amounts {
  readonly secteur: string;
}

/** The figures of each sector of the deals that match, by total, descending; deals without sector are left out. */
export async function sectorFigures(work: Work, filter: DealFilter): Promise<SectorFigures[]> {
  const rows = await aggregateRows<CentsRow & { secteur: string | null }>(
    work,
    statement`select d.secteur, ${centsColumns(work)} from deals d
      where d.secteur is not null and ${dealCondition(work, filter)} group by d.secteur`,
  );
  return groupsOf(rows, (row) => secteurName(row.secteur))
    .map(([secteur, members]) => ({ secteur, ...amountsOf(members.map(readCents).reduce(addCents)) }))
    .sort((one, other) => other.total - one.total || one.secteur.localeCompare(other.secteur, 'fr'));
}
