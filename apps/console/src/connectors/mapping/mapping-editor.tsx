import { Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Provider } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.ts';
import { Failure } from '../../display/failure.tsx';
import { StateBadge } from '../../display/state-badge.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { useSaveConnector } from '../use-save-connector.ts';
import classes from './mapping-editor.module.css';
import { MappingRow } from './mapping-row.tsx';
import { Samples } from './samples.tsx';
import { StatusPairs } from './status-pairs.tsx';
import { type RemoteTable, useMappingDraft } from './use-mapping-draft.ts';

/** Long enough for a second choice to spare the vendor the first one's samples. */
const SAMPLES_DELAY_MS = 300;

/** Which column each field of a deal is kept in step with, tried on three records while it is edited. */
export function MappingEditor({ provider, table }: { provider: Provider; table: RemoteTable }) {
  const { t } = useTranslate();
  const draft = useMappingDraft(table);
  const [tried] = useDebouncedValue(draft.mapping, SAMPLES_DELAY_MS);
  const samples = useQuery({
    ...trpc.connectors.samples.queryOptions({ provider, ...tried }),
    placeholderData: keepPreviousData,
    enabled: Object.keys(tried).length > 0,
  });
  const save = useSaveConnector();
  const suggestions = table.suggestions.filter(
    ({ field, column_id }) =>
      draft.columns[field] === undefined && !Object.values(draft.columns).includes(column_id),
  );
  const conflicts = samples.data?.data.conflicts ?? table.conflicts;
  return (
    <Stack gap="md">
      {suggestions.length > 1 && (
        <Group gap="sm" className={classes.all}>
          <span>{t('connectors.mapping.suggestions', { count: suggestions.length })}</span>
          <Button size="xs" onClick={() => draft.accept(suggestions)}>
            {t('connectors.mapping.acceptAll', { count: suggestions.length })}
          </Button>
        </Group>
      )}
      <div>
        <div className={classes.heads} aria-hidden="true">
          <span>{t('connectors.mapping.crm')}</span>
          <span>{t('connectors.mapping.remote', { table: table.table_name ?? '' })}</span>
        </div>
        <ul className={classes.rows}>
          {DEAL_FIELDS.map((field) => (
            <MappingRow
              key={field}
              field={field}
              table={table}
              draft={draft}
              suggestion={suggestions.find((one) => one.field === field)}
              conflicts={conflicts.filter((one) => one.field === field)}
              action={
                field === 'statut' &&
                table.statuses.length > 0 && <StatusPairs provider={provider} statuses={table.statuses} />
              }
            />
          ))}
        </ul>
      </div>
      {Object.keys(tried).length > 0 && <Samples query={samples} />}
      {save.isError && <Failure error={save.error} />}
      <Group gap="sm">
        <Button
          disabled={!draft.isChanged}
          loading={save.isPending}
          onClick={() => save.mutate({ provider, field_mapping: draft.mapping })}
        >
          {t('connectors.mapping.save')}
        </Button>
        <span role="status">
          {save.isSuccess && !draft.isChanged && (
            <StateBadge state="success">{t('connectors.saved')}</StateBadge>
          )}
        </span>
      </Group>
    </Stack>
  );
}
