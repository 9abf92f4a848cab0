import { Select } from '@mantine/core';
import { DEAL_FIELDS, type DealField } from '@passerelle/contracts/vocabulary';
import { useTranslate } from '../../language/use-translate.ts';
import { ColumnKind } from './column-kind.tsx';
import classes from './column-select.module.css';
import type { MappingDraft, RemoteTable } from './use-mapping-draft.ts';

/** Chooses the column of a field: those that cannot serve stay in the list, each with its reason. */
export function ColumnSelect({ field, table, draft }: ColumnSelectProps) {
  const { t } = useTranslate();
  const reasons = reasonsAgainst(field, { table, draft });
  const chosen = table.columns.find(({ id }) => id === draft.columns[field]);
  return (
    <Select
      aria-label={t('connectors.mapping.column', { field })}
      placeholder={t('connectors.mapping.none')}
      data={table.columns
        .map(({ id, name }) => ({ value: id, label: name, disabled: reasons.get(id)?.isBar === true }))
        .toSorted((one, other) => Number(one.disabled) - Number(other.disabled))}
      value={draft.columns[field] ?? null}
      onChange={(id) => draft.set(field, id)}
      clearable
      searchable
      nothingFoundMessage={t('connectors.mapping.noColumn')}
      clearButtonProps={{ 'aria-label': t('connectors.mapping.clear', { field }) }}
      leftSection={chosen && <ColumnKind kind={chosen.kind} />}
      leftSectionWidth={44}
      renderOption={({ option }) => {
        const column = table.columns.find(({ id }) => id === option.value);
        const reason = reasons.get(option.value);
        return (
          <span className={classes.option}>
            {column && <ColumnKind kind={column.kind} />}
            <span className={classes.words}>
              {option.label}
              {reason && (
                <small className={classes.reason}>
                  {reason.takenBy === undefined
                    ? reason.message
                    : t('connectors.mapping.taken', { field: reason.takenBy })}
                </small>
              )}
            </span>
          </span>
        );
      }}
    />
  );
}

interface Reason {
  readonly message?: string;
  readonly takenBy?: DealField;
  /** Whether the column cannot be chosen at all. */
  readonly isBar: boolean;
}

function reasonsAgainst(
  field: DealField,
  { table, draft }: { table: RemoteTable; draft: MappingDraft },
): Map<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const misfit of table.misfits.filter((one) => one.field === field)) {
    reasons.set(misfit.column_id, { message: misfit.message, isBar: misfit.affects !== 'export' });
  }
  for (const takenBy of DEAL_FIELDS) {
    const column = draft.columns[takenBy];
    if (takenBy !== field && column !== undefined && reasons.get(column)?.isBar !== true) {
      reasons.set(column, { takenBy, isBar: true });
    }
  }
  return reasons;
}

interface ColumnSelectProps {
  readonly field: DealField;
  readonly table: RemoteTable;
  readonly draft: MappingDraft;
}
