import type { Deal } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, type KeyboardEvent, useId, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Amount } from '../display/amount.tsx';
import { Answer } from '../display/answer.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './deal-board.module.css';

/** Cards of a column; the rest is in the table, which has no end. */
const CARDS = 50;
const DRAGGED = 'application/x-passerelle-deal';

/** One status of the board. */
export function BoardColumn({ statut, leaving, move, neighbours }: BoardColumnProps) {
  const { t } = useTranslate();
  const format = useFormat();
  const id = useId();
  const { filters } = useDealFilters();
  const [isOver, setOver] = useState(false);
  const isHidden = filters.statut !== undefined && !filters.statut.includes(statut);
  const query = useQuery({
    ...trpc.deals.window.queryOptions({ ...filters, statut: [statut], limit: CARDS }),
    enabled: !isHidden,
  });
  const total = query.data?.data.total ?? 0;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const text = event.dataTransfer.getData(DRAGGED);
    if (text !== '') move(JSON.parse(text) as Deal, statut);
  };
  return (
    <section
      aria-labelledby={id}
      className={classes.column}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={id} className={classes.title}>
        {statut} <span className={classes.total}>{format.number(total)}</span>
      </h2>
      {!isHidden && (
        <Answer query={query} height={200}>
          {({ data: { deals } }) => (
            <ul className={classes.cards}>
              {deals
                .filter((deal) => deal.id !== leaving)
                .map((deal) => (
                  <BoardCard key={deal.id} deal={deal} move={move} neighbours={neighbours} />
                ))}
            </ul>
          )}
        </Answer>
      )}
      {total > CARDS && <p className={classes.more}>{t('deals.board.more', { count: total - CARDS })}</p>}
    </section>
  );
}

function BoardCard({
  deal,
  move,
  neighbours,
}: Pick<BoardColumnProps, 'move' | 'neighbours'> & { deal: Deal }) {
  const navigate = useNavigate();
  const format = useFormat();
  const step = (event: KeyboardEvent) => {
    const to = { ArrowLeft: neighbours.left, ArrowRight: neighbours.right }[event.key];
    if (!event.shiftKey || to === undefined) return;
    event.preventDefault();
    move(deal, to);
  };
  return (
    <li>
      <button
        type="button"
        className={classes.card}
        draggable
        onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED, JSON.stringify(deal))}
        onKeyDown={step}
        onClick={() =>
          void navigate({ to: '.', search: (before: object) => ({ ...before, deal: String(deal.id) }) })
        }
      >
        <span className={classes.client}>{deal.client}</span>
        <span className={classes.figures}>
          <Amount value={deal.montant_brut} />
          {deal.date_echeance && <time dateTime={deal.date_echeance}>{format.day(deal.date_echeance)}</time>}
        </span>
        {deal.assignee && <span className={classes.assignee}>{deal.assignee}</span>}
      </button>
    </li>
  );
}

interface BoardColumnProps {
  readonly statut: string;
  /** The card that was just moved elsewhere: hidden before the API has answered. */
  readonly leaving: number | null;
  readonly move: (deal: Deal, statut: string) => void;
  readonly neighbours: { readonly left: string | undefined; readonly right: string | undefined };
}
