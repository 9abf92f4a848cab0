import { Button } from '@mantine/core';
import type { MappingConflict } from '@passerelle/contracts';
import type { DealField } from '@passerelle/contracts/vocabulary';
import type { ReactNode } from 'react';
import { Icon } from '../../display/icon.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { ColumnKind, type Kind } from './column-kind.tsx';
import { ColumnSelect } from './column-select.tsx';
import classes from './mapping-row.module.css';
import type { MappingDraft, RemoteTable } from './use-mapping-draft.ts';

const FIELD_KINDS: Readonly<Record<DealField, Kind>> = {
  client: 'text',
  statut: 'choice',
  montant_brut: 'number',
  secteur: 'choice',
  date_echeance: 'date',
  assignee: 'people',
  notes: 'text',
};

/** One field of the CRM at the left, its column at the right, and what there is to say of the pair. */
export function MappingRow({ field, table, draft, suggestion, conflicts, action }: MappingRowProps) {
  const { t } = useTranslate();
  return (
    <li className={classes.row}>
      <div className={classes.field}>
        <ColumnKind kind={FIELD_KINDS[field]} />
        <span>
          {t(`deals.column.${field}`)}
          <code className={classes.code}>{field}</code>
        </span>
      </div>
      <span className={classes.arrow} aria-hidden="true">
        ↔
      </span>
      <div className={classes.column}>
        <div className={classes.choice}>
          <div className={classes.select}>
            <ColumnSelect field={field} table={table} draft={draft} />
          </div>
          {action}
        </div>
        {suggestion && (
          <p className={classes.suggestion}>
            <span>
              <strong>{t('connectors.mapping.suggested', { column: suggestion.column_name })}</strong>{' '}
              {suggestion.reason}
            </span>
            <Button
              size="compact-sm"
              variant="light"
              aria-label={t('connectors.mapping.acceptOne', { column: suggestion.column_name, field })}
              onClick={() => draft.accept([suggestion])}
            >
              {t('connectors.mapping.accept')}
            </Button>
          </p>
        )}
        {conflicts.map(({ message, affects }) => (
          <p key={message} className={classes.conflict} data-affects={affects}>
            <Icon name="warning" size={14} />
            <span>{message}</span>
          </p>
        ))}
      </div>
    </li>
  );
}

interface MappingRowProps {
  readonly field: DealField;
  readonly table: RemoteTable;
  readonly draft: MappingDraft;
  readonly suggestion: RemoteTable['suggestions'][number] | undefined;
  readonly conflicts: readonly MappingConflict[];
  /** Beside the column. */
  readonly action?: ReactNode;
}
