import type { PlanRecord } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { useTranslate } from '../language/use-translate.ts';
import classes from './plan.module.css';

/** A field that both sides changed: both values, and which one the rules keep. */
export function PlanConflict({ conflict, vendor }: PlanConflictProps) {
  const { t } = useTranslate();
  const { field, kept } = conflict;
  const known = DEAL_FIELDS.find((one) => one === field);
  return (
    <div className={classes.conflict}>
      <span className={classes.conflictField}>{known ? t(`deals.column.${known}`) : field}</span>
      {(['local', 'remote'] as const).map((side) => (
        <span key={side} className={classes.side} data-kept={kept === side}>
          <span className={classes.where}>{t(`sync.conflicts.${side}`, { vendor })}</span>
          <span>{conflict[side] ?? t('history.emptied')}</span>
          {kept === side && <strong>{t('sync.kept')}</strong>}
        </span>
      ))}
      {kept === null && <span className={classes.where}>{t('sync.kept.none')}</span>}
    </div>
  );
}

interface PlanConflictProps {
  readonly conflict: PlanRecord['conflicts'][number];
  readonly vendor: string;
}
