import { useNavigate, useSearch } from '@tanstack/react-router';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './deal-table.module.css';
import { type DealsSearch, SORTABLE } from './deals-search.ts';

/** The columns, each a button that sorts by it, then the other way round. */
export function DealTableHead() {
  const { t } = useTranslate();
  const { sort = 'updated_at', order = 'desc' }: DealsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const sortBy = (column: (typeof SORTABLE)[number]) => {
    const next: 'asc' | 'desc' = column === sort && order === 'asc' ? 'desc' : 'asc';
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, sort: column, order: next }),
      replace: true,
    });
  };
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        {SORTABLE.map((column) => (
          <th
            key={column}
            scope="col"
            aria-sort={column !== sort ? 'none' : order === 'asc' ? 'ascending' : 'descending'}
            data-column={column}
          >
            <button type="button" className={classes.sort} onClick={() => sortBy(column)}>
              {t(`deals.column.${column}`)}
              {column === sort && <Icon name={order === 'asc' ? 'up' : 'down'} size={14} />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
