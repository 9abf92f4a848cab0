import type { Deletion } from '@passerelle/contracts';
import record from '../../display/record.module.css';
import { FieldChanges } from '../../history/field-changes.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslate } from '../../language/use-translate.ts';

/** A record that one side lost: what both sides last agreed on, when that was seen, and why it waits. */
export function LostRecord({ deletion }: { deletion: Deletion }) {
  const { t } = useTranslate();
  const format = useFormat();
  const { name, external_id, noticed_at, reason, values } = deletion;
  return (
    <li className={record.record}>
      <div className={record.head}>
        <span className={record.name}>{name ?? external_id}</span>
        <time dateTime={noticed_at} title={format.exactTime(noticed_at)}>
          {t('sync.deletions.noticed', { time: format.time(noticed_at) })}
        </time>
      </div>
      {reason && <p className={record.reason}>{reason}</p>}
      <FieldChanges
        changes={Object.entries(values)
          .filter(([field, value]) => field !== 'client' && value !== null && value !== '')
          .map(([field, after]) => ({ field, before: null, after }))}
      />
    </li>
  );
}
