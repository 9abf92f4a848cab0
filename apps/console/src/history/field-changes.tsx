import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { useTranslate } from '../language/use-translate.ts';
import classes from './history.module.css';

/** Fields before and after. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useTranslate();
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => {
        const known = DEAL_FIELDS.find((one) => one === field);
        return (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{known ? t(`deals.column.${known}`) : field}</dt>
            <dd>
              {before !== null && before !== '' && (
                <>
                  <del>{before}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              <ins>{after ?? t('history.emptied')}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface FieldChange {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}
