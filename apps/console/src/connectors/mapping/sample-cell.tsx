import type { SamplesOutput } from '@passerelle/contracts';
import type { DealField } from '@passerelle/contracts/vocabulary';
import { Icon } from '../../display/icon.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslate } from '../../language/use-translate.ts';
import classes from './samples.module.css';

type Sample = SamplesOutput['data']['records'][number];
type CellValue = Sample['cells'][number]['value'];

/** One field of a sample: what the CRM would hold, or the cell as it is where it could not be read. */
export function SampleCell({ field, record }: { field: DealField; record: Sample }) {
  const { t } = useTranslate();
  const format = useFormat();
  const cell = record.cells.find((one) => one.field === field);
  const value = record.deal[field];
  if (cell === undefined) return <span className={classes.absent}>{t('connectors.samples.unmapped')}</span>;
  if (value === undefined) {
    return (
      <span className={classes.unread}>
        <Icon name="failed" size={14} />
        <span>{t('connectors.samples.unread', { value: textOf(cell.value) })}</span>
      </span>
    );
  }
  const isUnknown = field === 'statut' && record.unknown_status !== null;
  return (
    <span className={classes.value}>
      {value === null || value === '' ? (
        <span className={classes.absent}>{t('connectors.samples.empty')}</span>
      ) : typeof value === 'number' ? (
        format.euros(value)
      ) : field === 'date_echeance' ? (
        format.day(value)
      ) : (
        value
      )}
      {isUnknown && (
        <small className={classes.unknown}>
          {t('connectors.samples.unknownStatus', { value: record.unknown_status ?? '' })}
        </small>
      )}
    </span>
  );
}

function textOf(value: CellValue): string {
  if (value === null) return '∅';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? value.unreadable : String(value);
}
