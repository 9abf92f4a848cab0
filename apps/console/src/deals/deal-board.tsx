import type { Deal } from '@passerelle/contracts';
import { STATUTS } from '@passerelle/contracts/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { BoardColumn } from './board-column.tsx';
import classes from './deal-board.module.css';
import { useDealsChanged } from './use-deals-changed.ts';

/** Deals by status: a card is dragged, moved by keyboard, or opened and given another status. */
export function DealBoard() {
  const { t } = useTranslate();
  const changed = useDealsChanged();
  const [said, setSaid] = useState('');
  const update = useMutation(trpc.deals.update.mutationOptions({ onSettled: changed }));
  const move = (deal: Deal, statut: string) => {
    if (statut === deal.statut) return;
    setSaid(t('deals.moved', { client: deal.client, statut }));
    update.mutate({ id: deal.id, statut });
  };
  const moved = update.isPending ? update.variables : null;
  return (
    <>
      <p className={classes.hint}>{t('deals.board.hint')}</p>
      {update.isError && <Failure error={update.error} />}
      <div className={classes.board}>
        {STATUTS.map((statut, index) => (
          <BoardColumn
            key={statut}
            statut={statut}
            leaving={moved && moved.statut !== statut ? moved.id : null}
            move={move}
            neighbours={{ left: STATUTS[index - 1], right: STATUTS[index + 1] }}
          />
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
