import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { type Format, useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './field-changes.module.css';

/** Fields before and after, one beside the other, so that a long list stays short. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useTranslate();
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => {
        const known = DEAL_FIELDS.find((one) => one === field);
        const was = before === null || before === '' ? null : textOf(field, before, format);
        const is = after === null || after === '' ? t('history.emptied') : textOf(field, after, format);
        return (
          <div key={field} className={classes.change}>
            <dt>{known ? t(`deals.column.${known}`) : field}</dt>
            <dd title={is}>
              {was !== null && (
                <>
                  <del>{was}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              <ins>{is}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function textOf(field: string, value: string | number, format: Format): string {
  if (typeof value === 'number') return format.euros(value);
  return field === 'date_echeance' && /^\d{4}-\d\d-\d\d/.test(value) ? format.day(value) : value;
}

interface FieldChange {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}
