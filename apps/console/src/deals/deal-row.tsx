import type { Deal } from '@passerelle/contracts';
import { memo } from 'react';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './deal-table.module.css';
import { SORTABLE } from './deals-search.ts';
import { useRemovals } from './removals.tsx';

/** One deal of the table; an outline while it is fetched. */
export const DealRow = memo(({ deal, index, isActive, open }: DealRowProps) => {
  const { t } = useTranslate();
  const format = useFormat();
  const { leaving } = useRemovals();
  if (deal === undefined) {
    return (
      <tr aria-rowindex={index + 2} className={classes.row}>
        <td className={classes.pending} colSpan={SORTABLE.length}>
          <span className="visually-hidden">{t('frame.loading')}</span>
        </td>
      </tr>
    );
  }
  return (
    <tr aria-rowindex={index + 2} className={classes.row} data-leaving={leaving.has(deal.id)}>
      <td data-column="client">
        <button
          type="button"
          className={classes.open}
          data-index={index}
          tabIndex={isActive ? 0 : -1}
          onClick={() => open(deal.id)}
        >
          {deal.client}
        </button>
      </td>
      <td data-column="statut">{deal.statut}</td>
      <td data-column="montant_brut">{format.euros(deal.montant_brut)}</td>
      <td data-column="valeur_ponderee">{format.euros(deal.valeur_ponderee)}</td>
      <td data-column="secteur">{deal.secteur}</td>
      <td data-column="date_echeance">{deal.date_echeance && format.day(deal.date_echeance)}</td>
      <td data-column="assignee">{deal.assignee}</td>
      <td data-column="updated_at" title={format.exactTime(deal.updated_at)}>
        {format.ago(deal.updated_at)}
      </td>
    </tr>
  );
});

interface DealRowProps {
  readonly deal: Deal | undefined;
  readonly index: number;
  /** The one row that the tab key reaches; arrows lead to the others. */
  readonly isActive: boolean;
  readonly open: (id: number) => void;
}
