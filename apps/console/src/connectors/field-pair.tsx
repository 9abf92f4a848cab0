import { Button, NativeSelect } from '@mantine/core';
import type { SchemaOutput } from '@passerelle/contracts';
import type { DealField } from '@passerelle/contracts/vocabulary';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { type Column, isCompatible } from './compatible.ts';
import classes from './connectors.module.css';

/** A field of the CRM and the column it goes with; columns that cannot are there too, with the reason. */
export function FieldPair({ field, columns, chosen, taken, suggestion, problem, onChange }: FieldPairProps) {
  const { t } = useTranslate();
  const labelOf = (column: Column) => {
    const kind = t(`connectors.kind.${column.kind}`);
    if (!isCompatible(field, column)) return t('connectors.column.wrong', { column: column.name, kind });
    if (taken.includes(column.id) && column.id !== chosen)
      return t('connectors.column.taken', { column: column.name });
    return t(column.writable ? 'connectors.column' : 'connectors.column.readOnly', {
      column: column.name,
      kind,
    });
  };
  const column = columns.find(({ id }) => id === chosen);
  return (
    <div className={classes.pair}>
      <span className={classes.field}>{t(`deals.column.${field}`)}</span>
      <span className={classes.arrow} aria-hidden="true">
        <Icon name="right" size={16} />
      </span>
      <div>
        <NativeSelect
          aria-label={t('connectors.column.of', { field: t(`deals.column.${field}`) })}
          value={chosen ?? ''}
          data={[
            { value: '', label: t('connectors.column.none') },
            ...columns.map((one) => ({
              value: one.id,
              label: labelOf(one),
              disabled: one.id !== chosen && (!isCompatible(field, one) || taken.includes(one.id)),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange(value || undefined)}
        />
        {suggestion && (
          <p className={classes.note}>
            {t('connectors.suggestion', { column: suggestion.column_name, reason: suggestion.reason })}{' '}
            <Button variant="subtle" size="compact-xs" onClick={() => onChange(suggestion.column_id)}>
              {t('connectors.suggestion.accept')}
            </Button>
          </p>
        )}
        {column?.read_only_reason && <p className={classes.note}>{column.read_only_reason}</p>}
        {problem && (
          <p className={classes.note} data-bad="true">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

interface FieldPairProps {
  readonly field: DealField;
  readonly columns: readonly Column[];
  readonly chosen: string | undefined;
  /** Columns that some field already has: none is shared. */
  readonly taken: readonly string[];
  readonly suggestion: SchemaOutput['data']['suggestions'][number] | undefined;
  readonly problem: string | undefined;
  readonly onChange: (column: string | undefined) => void;
}
