import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { countFilters, readFilters } from '../deal-filters.ts';
import { Empty } from '../display/empty.tsx';
import { Failure } from '../display/failure.tsx';
import { Loading } from '../display/loading.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { DealRow } from './deal-row.tsx';
import classes from './deal-table.module.css';
import { DealTableHead } from './deal-table-head.tsx';
import type { DealsSearch } from './deals-search.ts';
import { useDealWindow } from './use-deal-window.ts';

const ROW = 41;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** Deals without number in one scroll: only the rows in sight exist, and only those around them are fetched. */
export function DealTable() {
  const { t } = useTranslate();
  const format = useFormat();
  const search: DealsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const [active, setActive] = useState(0);
  const [isWalking, setWalking] = useState(false);
  const { head, total, dealAt } = useDealWindow(search, range);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    onChange: ({ range: seen }) => {
      if (seen) setRange({ first: seen.startIndex, last: seen.endIndex });
    },
  });
  useEffect(() => {
    if (isWalking) scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus();
  });
  const open = (id: number) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, deal: String(id) }) });
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? total - 1 : step && active + step;
    if (to === undefined || total === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    setWalking(true);
    rows.scrollToIndex(next);
  };
  if (head.isError && !head.data) return <Failure error={head.error} retry={() => void head.refetch()} />;
  if (!head.data) return <Loading height={600} />;
  if (total === 0) {
    return countFilters(readFilters({ ...search })) > 0 ? (
      <Empty title={t('deals.none.filtered')} />
    ) : (
      <Empty title={t('deals.none')}>{t('deals.none.text')}</Empty>
    );
  }
  const seen = rows.getVirtualItems();
  return (
    <>
      <p className={classes.count} role="status">
        {t('deals.count', { count: total, shown: format.number(total) })}
      </p>
      <div ref={scroller} className={classes.scroller}>
        <table aria-label={t('frame.deals')} aria-rowcount={total + 1} className={classes.table}>
          <DealTableHead />
          <tbody onKeyDown={walk} onBlur={() => setWalking(false)}>
            <Gap height={seen[0]?.start ?? 0} />
            {seen.map(({ index }) => (
              <DealRow
                key={index}
                deal={dealAt(index)}
                index={index}
                isActive={index === active}
                open={open}
              />
            ))}
            <Gap height={rows.getTotalSize() - (seen.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Stands for all the rows above or below those in sight. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}
