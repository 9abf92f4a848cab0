import { textOf } from '../address.ts';
import { type DealFilters, readFilters } from '../deal-filters.ts';

/** The orders a table can have: the API's own names. */
export const SORTABLE = [
  'client',
  'statut',
  'montant_brut',
  'valeur_ponderee',
  'secteur',
  'date_echeance',
  'assignee',
  'updated_at',
] as const satisfies readonly Sort[];
type Sort = NonNullable<import('@passerelle/contracts').DealWindowInput['sort']>;

/** What the address of the deals says: filters, order, view, and the deal that is open. */
export interface DealsSearch extends DealFilters {
  readonly sort?: Sort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly view?: 'table' | 'board' | undefined;
  /** Its id, or `new`. */
  readonly deal?: string | undefined;
}

/** Reads it, leaving out what is malformed. */
export function readDealsSearch(search: Record<string, unknown>): DealsSearch {
  const { sort, order, view, deal } = search;
  return {
    ...readFilters(search),
    ...given(
      'sort',
      SORTABLE.find((one) => one === sort),
    ),
    ...given(
      'order',
      (['asc', 'desc'] as const).find((one) => one === order),
    ),
    ...given('view', view === 'board' ? ('board' as const) : undefined),
    ...given('deal', /^(new|[1-9]\d{0,14})$/.exec(textOf(deal) ?? '')?.[0]),
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };
}
