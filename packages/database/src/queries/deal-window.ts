import { statement, verbatim } from '../statement.ts';
import { type DealFilter, dealCondition } from './deal-filter.ts';
import { DEAL_COLUMNS, type DealRow } from './deals.ts';
import { selectRow, selectRows } from './select-rows.ts';
import type { Work } from './work.ts';

/** The column each order sorts by. A status stands where its chance of winning puts it. */
const COLUMNS = {
  client: 'lower(d.client)',
  statut: 'd.probabilite',
  montant_brut: 'd.montant_brut',
  valeur_ponderee: 'd.valeur_ponderee',
  secteur: 'lower(d.secteur)',
  date_echeance: 'd.date_echeance',
  assignee: 'lower(d.assignee)',
  updated_at: 'd.updated_at',
} as const;

/** Which rows of a sorted table are wanted. */
export interface DealWindow {
  readonly sort: keyof typeof COLUMNS;
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** Rows `offset` to `offset + limit` of the matching deals in an order, empty values last, and how many match in all. */
export async function dealWindow(
  work: Work,
  filter: DealFilter,
  { sort, order, offset, limit }: DealWindow,
): Promise<{ total: number; deals: DealRow[] }> {
  const condition = dealCondition(work, filter);
  const { total } = await selectRow<{ total: number | string }>(
    work,
    statement`select count(*) as total from deals d where ${condition}`,
  );
  const column = COLUMNS[sort];
  const deals = await selectRows<DealRow>(
    work,
    statement`select ${verbatim(DEAL_COLUMNS)} from deals d where ${condition}
      order by ${verbatim(`case when ${column} is null then 1 else 0 end, ${column} ${order}, d.id ${order}`)}
      limit ${limit} offset ${offset}`,
  );
  return { total: Number(total), deals };
}
